<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_AR" sourcelanguage="en">
<context>
    <name>CasePane</name>
    <message>
        <source>Complaint</source>
        <translation>Reclamo</translation>
    </message>
</context>
<context>
    <name>CaseSide</name>
    <message>
        <source>{folio} is answered and closed.</source>
        <translation>{folio} queda respondido y cerrado.</translation>
    </message>
    <message>
        <source>{folio} is annulled.</source>
        <translation>{folio} queda anulado.</translation>
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
        <translation>Reclamos</translation>
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
        <translation>Reclamos</translation>
    </message>
    <message>
        <source>Words of the complaint, or a folio</source>
        <translation>Palabras del reclamo, o un número</translation>
    </message>
    <message>
        <source>Complaints · {shown} · {count}</source>
        <translation>Reclamos · {shown} · {count}</translation>
    </message>
    <message>
        <source>No complaint is open. F4 puts one on record.</source>
        <translation>No hay reclamos abiertos. F4 registra uno.</translation>
    </message>
</context>
<context>
    <name>CausePage</name>
    <message>
        <source>{folio} is joined: {cause}</source>
        <translation>{folio} queda unido: {cause}</translation>
    </message>
</context>
<context>
    <name>CauseView</name>
    <message>
        <source>Complaints a week</source>
        <translation>Reclamos por semana</translation>
    </message>
    <message>
        <source>Complaints under this cause: {count}</source>
        <translation>Reclamos por esta causa: {count}</translation>
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
        <translation>Reclamo</translation>
    </message>
    <message>
        <source>The text is enough; the folio comes at once</source>
        <translation>Basta el texto; el número sale al instante</translation>
    </message>
    <message>
        <source>Under one cause; each keeps its folio and its term</source>
        <translation>Bajo una misma causa; cada uno conserva su número y su plazo</translation>
    </message>
    <message>
        <source>Open complaints</source>
        <translation>Reclamos abiertos</translation>
    </message>
    <message>
        <source>Names, telephones and complaints, until pressed again</source>
        <translation>Nombres, teléfonos y reclamos, hasta pulsarla otra vez</translation>
    </message>
    <message>
        <source>Complaint rules</source>
        <translation>Normas de reclamos</translation>
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
        <translation>Reclamo</translation>
    </message>
    <message>
        <source>{folio} is joined: {cause}</source>
        <translation>{folio} queda unido: {cause}</translation>
    </message>
    <message>
        <source>{folio} is on record.</source>
        <translation>{folio} queda registrado.</translation>
    </message>
    <message>
        <source>{folio} is on record. Answer at the latest on {day}.</source>
        <translation>{folio} queda registrado. Respuesta a más tardar el {day}.</translation>
    </message>
    <message>
        <source>{folio} is annulled; its number stays taken, the text is back in F4.</source>
        <translation>{folio} queda anulado; su número no se reutiliza y el texto está de nuevo en F4.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Complaints</source>
        <translation>Reclamos</translation>
    </message>
    <message>
        <source>Complaints for a city&apos;s portal</source>
        <translation>Reclamos para el portal de una ciudad</translation>
    </message>
</context>
<context>
    <name>Filed</name>
    <message>
        <source>Another complaint (F4)</source>
        <translation>Otro reclamo (F4)</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Decides holidays, the terms of complaints and the forms.</source>
        <translation>Decide los festivos, los plazos de los reclamos y los formularios.</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Complaints</source>
        <translation>Reclamos</translation>
    </message>
    <message>
        <source>Text of the complaint</source>
        <translation>Texto del reclamo</translation>
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
    <name>Privacy</name>
    <message>
        <source>Complaint</source>
        <translation>Reclamo</translation>
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
        <translation>Los reclamos se borran cuando su ley lo permite. Los recuentos, las horas y los resultados quedan.</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Complaint rules</source>
        <translation>Normas de reclamos</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>complaint</source>
        <translation>reclamo</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>The visitor is angry about a bill. F4, write what they say in their words, Ctrl+Enter: the complaint has its folio.</source>
        <translation>El visitante está molesto por una factura. F4, escriba lo que dice con sus palabras y Ctrl+Intro: el reclamo ya tiene su número.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Complaint</source>
        <translation>Reclamo</translation>
    </message>
    <message>
        <source>Complaint filed</source>
        <translation>Reclamo registrado</translation>
    </message>
</context>
</TS>
