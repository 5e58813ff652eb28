<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_PE" sourcelanguage="en">
<context>
    <name>Cases</name>
    <message>
        <source>Folio</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Search in texts, or a folio…</source>
        <translation>Buscar en los textos, o un número…</translation>
    </message>
</context>
<context>
    <name>CasesScreen</name>
    <message>
        <source>Words of the complaint, or a folio</source>
        <translation>Palabras del reclamo, o un número</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message>
        <source>Folio</source>
        <translation>Número</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>The text is enough; the folio comes at once</source>
        <translation>Basta el texto; el número sale al instante</translation>
    </message>
    <message>
        <source>Under one cause; each keeps its folio and its term</source>
        <translation>Bajo una misma causa; cada uno conserva su número y su plazo</translation>
    </message>
    <message>
        <source>Found by name, phone or folio; saved to hand over, or erased</source>
        <translation>Por nombre, teléfono o número; se guarda para entregarlo o se borra</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Ask: a word, a name, a folio, a command</source>
        <translation>Pregunte: una palabra, un nombre, un número, una orden</translation>
    </message>
</context>
<context>
    <name>PrivacyScreen</name>
    <message>
        <source>&amp;Name, phone, e-mail or folio</source>
        <translation>&amp;Nombre, teléfono, correo o número</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The visitor is angry about a bill. F4, write what they say in their words, Ctrl+Enter: the complaint has its folio.</source>
        <translation>El visitante está molesto por una factura. F4, escriba lo que dice con sus palabras y Ctrl+Intro: el reclamo ya tiene su número.</translation>
    </message>
</context>
</TS>
