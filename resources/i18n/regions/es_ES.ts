<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>AnswerPane</name>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
</context>
<context>
    <name>Article</name>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Note on the cost</source>
        <translation>Nota sobre el coste</translation>
    </message>
</context>
<context>
    <name>CasePane</name>
    <message>
        <source>Complaint</source>
        <translation>Reclamación</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>Folio</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Reclamaciones</translation>
    </message>
    <message>
        <source>Search in texts, or a folio…</source>
        <translation>Buscar en los textos, o un número…</translation>
    </message>
</context>
<context>
    <name>CasesScreen</name>
    <message>
        <source>Complaints</source>
        <translation>Reclamaciones</translation>
    </message>
    <message>
        <source>Words of the complaint, or a folio</source>
        <translation>Palabras de la reclamación, o un número</translation>
    </message>
    <message>
        <source>Complaints · {shown} · {count}</source>
        <translation>Reclamaciones · {shown} · {count}</translation>
    </message>
    <message>
        <source>No complaint is open. F4 puts one on record.</source>
        <translation>No hay reclamaciones abiertas. F4 registra una.</translation>
    </message>
</context>
<context>
    <name>CauseView</name>
    <message>
        <source>Complaints a week</source>
        <translation>Reclamaciones por semana</translation>
    </message>
    <message>
        <source>Complaints under this cause: {count}</source>
        <translation>Reclamaciones por esta causa: {count}</translation>
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
        <source>Complaint</source>
        <translation>Reclamación</translation>
    </message>
    <message>
        <source>The text is enough; the folio comes at once</source>
        <translation>Basta el texto; el número sale al instante</translation>
    </message>
    <message>
        <source>Under one cause; each keeps its folio and its term</source>
        <translation>Bajo una misma causa; cada una conserva su número y su plazo</translation>
    </message>
    <message>
        <source>Open complaints</source>
        <translation>Reclamaciones abiertas</translation>
    </message>
    <message>
        <source>Names, telephones and complaints, until pressed again</source>
        <translation>Nombres, teléfonos y reclamaciones, hasta pulsarla otra vez</translation>
    </message>
    <message>
        <source>Complaint rules</source>
        <translation>Normas de reclamaciones</translation>
    </message>
    <message>
        <source>Found by name, phone or folio; saved to hand over, or erased</source>
        <translation>Por nombre, teléfono o número; se guarda para entregarlo o se borra</translation>
    </message>
</context>
<context>
    <name>ComplaintPanel</name>
    <message>
        <source>Complaint</source>
        <translation>Reclamación</translation>
    </message>
</context>
<context>
    <name>Filed</name>
    <message>
        <source>Another complaint (F4)</source>
        <translation>Otra reclamación (F4)</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Decides holidays, the terms of complaints and the forms.</source>
        <translation>Decide los festivos, los plazos de las reclamaciones y los formularios.</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Note on the cost</source>
        <translation>Nota sobre el coste</translation>
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
    <name>Plain</name>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>Complaint</source>
        <translation>Reclamación</translation>
    </message>
</context>
<context>
    <name>PrivacyScreen</name>
    <message>
        <source>&amp;Name, phone, e-mail or folio</source>
        <translation>&amp;Nombre, teléfono, correo o número</translation>
    </message>
    <message>
        <source>Complaints go when their law lets them. Counts, times and outcomes stay.</source>
        <translation>Las reclamaciones se borran cuando su ley lo permite. Los recuentos, las horas y los resultados quedan.</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Complaint rules</source>
        <translation>Normas de reclamaciones</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>complaint</source>
        <translation>reclamación</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The visitor is angry about a bill. F4, write what they say in their words, Ctrl+Enter: the complaint has its folio.</source>
        <translation>El visitante está molesto por una factura. F4, escriba lo que dice con sus palabras y Ctrl+Intro: la reclamación ya tiene su número.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Complaint</source>
        <translation>Reclamación</translation>
    </message>
    <message>
        <source>Complaint filed</source>
        <translation>Reclamación registrada</translation>
    </message>
</context>
</TS>
