<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AccountPage</name>
    <message>
        <source>Role, letters and PIN</source>
        <translation>Función, letras y PIN</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Función</translation>
    </message>
    <message>
        <source>&amp;Two letters to sign in with</source>
        <translation>&amp;Dos letras para entrar</translation>
    </message>
    <message>
        <source>Save (Enter)</source>
        <translation>Guardar (Intro)</translation>
    </message>
    <message>
        <source>So far everybody may do everything here. With a first administrator the desk asks who is there: two letters and a PIN. Without, all stays as it is.</source>
        <translation>Hasta ahora aquí cualquiera puede hacerlo todo. Con un primer administrador, el puesto pregunta quién está: dos letras y un PIN. Sin él, todo sigue como hasta ahora.</translation>
    </message>
    <message>
        <source>The first administrator</source>
        <translation>El primer administrador</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Contraseña</translation>
    </message>
    <message>
        <source>&amp;PIN</source>
        <translation>P&amp;IN</translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation>&amp;Contraseña nueva</translation>
    </message>
    <message>
        <source>New &amp;PIN</source>
        <translation>P&amp;IN nuevo</translation>
    </message>
    <message>
        <source>Esc goes back</source>
        <translation>Esc vuelve atrás</translation>
    </message>
    <message>
        <source>At least 10 characters; some words in a row are easy to keep in mind.</source>
        <translation>Al menos 10 caracteres; unas cuantas palabras seguidas se recuerdan bien.</translation>
    </message>
    <message>
        <source>At least 4 digits.</source>
        <translation>Al menos 4 cifras.</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Receptionist</source>
        <translation>Recepción</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
</context>
<context>
    <name>AccountsScreen</name>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Role, letters and PIN</source>
        <translation>Función, letras y PIN</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Take the PIN away</source>
        <translation>Quitar el PIN</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>Nuevo código de recuperación</translation>
    </message>
    <message>
        <source>Idle minutes until the desk locks</source>
        <translation>Minutos sin uso hasta el bloqueo</translation>
    </message>
    <message>
        <source>There is no printer: write the code down</source>
        <translation>No hay impresora: anote el código</translation>
    </message>
    <message>
        <source>People and PINs</source>
        <translation>Personas y PIN</translation>
    </message>
    <message>
        <source>Enter changes role, letters and PIN</source>
        <translation>Intro cambia función, letras y PIN</translation>
    </message>
    <message>
        <source>Nobody is entered yet. Enter saves the first one, at the right.</source>
        <translation>Aún no hay nadie. Intro guarda al primero, a la derecha.</translation>
    </message>
    <message>
        <source>Take the PIN away (Del)</source>
        <translation>Quitar el PIN (Supr)</translation>
    </message>
    <message>
        <source>New recovery code (1)</source>
        <translation>Nuevo código de recuperación (1)</translation>
    </message>
    <message numerus="yes">
        <source>Locks after %n min (2)</source>
        <translation>
            <numerusform>Se bloquea tras %n min (2)</numerusform>
            <numerusform>Se bloquea tras %n min (2)</numerusform>
        </translation>
    </message>
    <message>
        <source>Does not lock by itself (2)</source>
        <translation>No se bloquea solo (2)</translation>
    </message>
    <message>
        <source>{name} signs in as {initials}</source>
        <translation>{name} entra como {initials}</translation>
    </message>
    <message>
        <source>{name} has no PIN any more</source>
        <translation>{name} ya no tiene PIN</translation>
    </message>
    <message>
        <source>After how many idle minutes does the desk lock itself? 0 is never.</source>
        <translation>¿Tras cuántos minutos sin uso se bloquea el puesto? 0 es nunca.</translation>
    </message>
</context>
<context>
    <name>AnnouncePanel</name>
    <message>
        <source>Announce a visitor</source>
        <translation>Anunciar una visita</translation>
    </message>
    <message>
        <source>&amp;Who comes</source>
        <translation>&amp;Quién viene</translation>
    </message>
    <message>
        <source>&amp;To whom: somebody of the house, or an office</source>
        <translation>&amp;A quién: una persona de la casa o una oficina</translation>
    </message>
    <message>
        <source>&amp;At what time</source>
        <translation>A qué &amp;hora</translation>
    </message>
    <message>
        <source>today 11:30, tomorrow 10, 25/11 14:30</source>
        <translation>hoy 11:30, mañana 10, 25/11 14:30</translation>
    </message>
    <message>
        <source>&amp;From (optional)</source>
        <translation>&amp;De parte de (opcional)</translation>
    </message>
    <message>
        <source>Announce (Enter)</source>
        <translation>Anunciar (Intro)</translation>
    </message>
    <message>
        <source>Esc leaves; what is typed is kept</source>
        <translation>Esc sale; lo escrito se guarda</translation>
    </message>
    <message>
        <source>Not understood yet</source>
        <translation>Aún no se entiende</translation>
    </message>
    <message>
        <source>{visitor} is expected: {when}, {host}</source>
        <translation>Se espera a {visitor}: {when}, {host}</translation>
    </message>
</context>
<context>
    <name>AnswerPane</name>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>Qué traer</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué pasa después</translation>
    </message>
    <message>
        <source>What the desk may settle itself</source>
        <translation>Lo que el mostrador puede resolver</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Tarda</translation>
    </message>
    <message>
        <source>Who may ask</source>
        <translation>Quién puede pedirlo</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Texto completo</translation>
    </message>
    <message>
        <source>Not in force today</source>
        <translation>Hoy no está vigente</translation>
    </message>
    <message>
        <source>Review overdue: check before you promise</source>
        <translation>Revisión vencida: compruebe antes de prometer</translation>
    </message>
    <message>
        <source>In force since {day}</source>
        <translation>Vigente desde el {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>hasta el {day}</translation>
    </message>
    <message>
        <source>Kept by {owner}</source>
        <translation>Lo mantiene {owner}</translation>
    </message>
</context>
<context>
    <name>Article</name>
    <message>
        <source>Paper {number}</source>
        <translation>Papel {number}</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué ocurre</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Oficina</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>Papers; more papers</source>
        <translation>Papeles; más papeles</translation>
    </message>
    <message>
        <source>Step {number}: {what}</source>
        <translation>Paso {number}: {what}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Upkeep</source>
        <translation>Cuidado</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>Qué decir</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Keywords and synonyms</source>
        <translation>Palabras clave y sinónimos</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Texto completo</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>Qué traer</translation>
    </message>
    <message>
        <source>What happens, step by step</source>
        <translation>Qué ocurre, paso a paso</translation>
    </message>
    <message>
        <source>Who may ask</source>
        <translation>Quién puede pedirlo</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Note on the cost</source>
        <translation>Nota sobre el costo</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Tarda</translation>
    </message>
    <message>
        <source>What the desk may settle itself, and whom to ring</source>
        <translation>Qué puede resolver el mostrador, y a quién llamar</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Base legal</translation>
    </message>
    <message>
        <source>Who keeps it</source>
        <translation>Quién lo cuida</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>Vigente desde</translation>
    </message>
    <message>
        <source>In force until</source>
        <translation>Vigente hasta</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>Próxima revisión</translation>
    </message>
    <message>
        <source>Review every … days</source>
        <translation>Revisar cada … días</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>Desde el principio</translation>
    </message>
    <message>
        <source>First version</source>
        <translation>Primera versión</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Files kept with the article</source>
        <translation>Archivos guardados con el artículo</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>En revisión</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicado</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation>Volver a borrador</translation>
    </message>
    <message>
        <source>Send to review</source>
        <translation>Enviar a revisión</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publicar</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Verified: true today</source>
        <translation>Verificado: hoy es cierto</translation>
    </message>
    <message>
        <source>Drop the change</source>
        <translation>Descartar el cambio</translation>
    </message>
    <message>
        <source>Saved: {title}</source>
        <translation>Guardado: {title}</translation>
    </message>
    <message>
        <source>A draft again: {title}</source>
        <translation>De nuevo borrador: {title}</translation>
    </message>
    <message>
        <source>Sent to review: {title}</source>
        <translation>Enviado a revisión: {title}</translation>
    </message>
    <message>
        <source>Published, and the box finds it: {title}</source>
        <translation>Publicado, y el buscador ya lo encuentra: {title}</translation>
    </message>
    <message>
        <source>Retired: {title}</source>
        <translation>Retirado: {title}</translation>
    </message>
    <message>
        <source>The heading “{given}” skips a level</source>
        <translation>El título «{given}» se salta un nivel</translation>
    </message>
    <message>
        <source>A heading without words</source>
        <translation>Un título sin palabras</translation>
    </message>
    <message>
        <source>“{given}” is bold; make it a heading with ##</source>
        <translation>«{given}» está en negrita; hágalo título con ##</translation>
    </message>
    <message>
        <source>The table has no header row: |---| is missing</source>
        <translation>La tabla no tiene fila de títulos: falta |---|</translation>
    </message>
    <message>
        <source>A column of the table has no header</source>
        <translation>Una columna de la tabla no tiene título</translation>
    </message>
    <message>
        <source>The picture says nothing to who cannot see it</source>
        <translation>La imagen no dice nada a quien no puede verla</translation>
    </message>
    <message>
        <source>A picture from elsewhere is not shown</source>
        <translation>Una imagen de fuera no se muestra</translation>
    </message>
    <message>
        <source>A bare address: write [words](address)</source>
        <translation>Una dirección suelta: escriba [palabras](dirección)</translation>
    </message>
    <message>
        <source>“{given}” does not say where the link leads</source>
        <translation>«{given}» no dice adónde lleva el enlace</translation>
    </message>
    <message>
        <source>A link without words</source>
        <translation>Un enlace sin palabras</translation>
    </message>
    <message>
        <source>HTML is not shown: {given}</source>
        <translation>El HTML no se muestra: {given}</translation>
    </message>
    <message>
        <source>very hard to read</source>
        <translation>muy difícil de leer</translation>
    </message>
    <message>
        <source>hard to read</source>
        <translation>difícil de leer</translation>
    </message>
    <message>
        <source>reads plainly</source>
        <translation>se lee bien</translation>
    </message>
    <message>
        <source>easy to read</source>
        <translation>fácil de leer</translation>
    </message>
    <message>
        <source>very easy to read</source>
        <translation>muy fácil de leer</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>Línea {line}</translation>
    </message>
</context>
<context>
    <name>ArticleScreen</name>
    <message>
        <source>Article editor</source>
        <translation>Editor de artículos</translation>
    </message>
    <message>
        <source>Some letters of the title or the code</source>
        <translation>Unas letras del título o del código</translation>
    </message>
    <message>
        <source>A new article</source>
        <translation>Un artículo nuevo</translation>
    </message>
    <message>
        <source>Which article in hand? The box finds what is published.</source>
        <translation>¿Qué artículo en curso? Los publicados los encuentra el buscador.</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>sin guardar</translation>
    </message>
    <message>
        <source>Only links to articles are followed, and this one leads nowhere: {link}</source>
        <translation>Solo se siguen los enlaces a artículos, y este no lleva a ninguno: {link}</translation>
    </message>
</context>
<context>
    <name>Attached</name>
    <message>
        <source>{name} is taken off</source>
        <translation>{name} se quitó</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Guardar el archivo</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Detener (Esc)</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Leyendo {name}…</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>la imagen</translation>
    </message>
    <message>
        <source>picture {time}</source>
        <translation>imagen {time}</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Guardado: {file}</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Qué se hizo</translation>
    </message>
</context>
<context>
    <name>AuditScreen</name>
    <message>
        <source>Audit trail</source>
        <translation>Registro de actividad</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Qué se hizo</translation>
    </message>
    <message>
        <source>Letters narrow it, Enter opens the record</source>
        <translation>Las letras filtran, Intro abre el registro</translation>
    </message>
    <message>
        <source>Nothing was done that fits. Esc shows all again.</source>
        <translation>Nada de lo hecho coincide. Esc vuelve a mostrarlo todo.</translation>
    </message>
    <message>
        <source>Is everything whole? (Ctrl+R)</source>
        <translation>¿Está todo entero? (Ctrl+R)</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Abrir el registro</translation>
    </message>
    <message>
        <source>Check that nothing was edited by hand</source>
        <translation>Comprobar que nada se cambió a mano</translation>
    </message>
    <message>
        <source>This record has no page of its own.</source>
        <translation>Este registro no tiene página propia.</translation>
    </message>
    <message>
        <source>All is whole: nothing was edited, removed or added by hand.</source>
        <translation>Todo está entero: nada se cambió, borró ni añadió a mano.</translation>
    </message>
    <message>
        <source>Faults: {count}. The first: {first}</source>
        <translation>Fallos: {count}. El primero: {first}</translation>
    </message>
    <message>
        <source>Audit trail: who did what, and when</source>
        <translation>Registro de actividad: quién hizo qué y cuándo</translation>
    </message>
    <message>
        <source>History of {record} · Esc shows all</source>
        <translation>Historia de {record} · Esc muestra todo</translation>
    </message>
</context>
<context>
    <name>Away</name>
    <message>
        <source>The hub is away: other desks do not see these tickets, and you do not see theirs.</source>
        <translation>El concentrador no responde: los otros puestos no ven estos turnos, ni usted los suyos.</translation>
    </message>
    <message>
        <source>The hub is back: the desks have one queue again.</source>
        <translation>El concentrador ha vuelto: los puestos tienen de nuevo una sola cola.</translation>
    </message>
</context>
<context>
    <name>Branch</name>
    <message>
        <source>Exchange with the other sites</source>
        <translation>Intercambio con las demás sedes</translation>
    </message>
    <message>
        <source>What needs a look</source>
        <translation>Lo que conviene mirar</translation>
    </message>
    <message>
        <source>Exchange now (Ctrl+Shift+S)</source>
        <translation>Intercambiar ahora (Ctrl+Mayús+S)</translation>
    </message>
    <message>
        <source>Folder… (F)</source>
        <translation>Carpeta… (F)</translation>
    </message>
    <message>
        <source>Hub… (H)</source>
        <translation>Concentrador… (H)</translation>
    </message>
    <message>
        <source>Invite a branch… (I)</source>
        <translation>Invitar a una sucursal… (I)</translation>
    </message>
    <message>
        <source>Access to the hub… (A)</source>
        <translation>Acceso al concentrador… (A)</translation>
    </message>
    <message>
        <source>Join with a file… (J)</source>
        <translation>Unirse con un archivo… (J)</translation>
    </message>
    <message>
        <source>This is head office (O)</source>
        <translation>Esta es la sede central (O)</translation>
    </message>
    <message>
        <source>Both seen (V)</source>
        <translation>Vistos los dos (V)</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sedes</translation>
    </message>
    <message>
        <source>No other site is known yet: I invites a branch, J joins.</source>
        <translation>Aún no se conoce otra sede: I invita a una, J se une.</translation>
    </message>
    <message>
        <source>Refused envelopes</source>
        <translation>Sobres rechazados</translation>
    </message>
    <message>
        <source>Nothing was refused.</source>
        <translation>No se rechazó nada.</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Dos valores</translation>
    </message>
    <message>
        <source>Nobody wrote two values into one field.</source>
        <translation>Nadie escribió dos valores en un mismo campo.</translation>
    </message>
    <message>
        <source>Remind of an exchange: never (D)</source>
        <translation>Recordar el intercambio: nunca (D)</translation>
    </message>
    <message>
        <source>Remind after {days} days (D)</source>
        <translation>Recordar a los {days} días (D)</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>respuesta</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>gravedad</translation>
    </message>
    <message>
        <source>safety</source>
        <translation>seguridad</translation>
    </message>
    <message>
        <source>complexity</source>
        <translation>complejidad</translation>
    </message>
    <message>
        <source>impact</source>
        <translation>impacto</translation>
    </message>
    <message>
        <source>immediate action</source>
        <translation>acción inmediata</translation>
    </message>
    <message>
        <source>new term</source>
        <translation>nuevo plazo</translation>
    </message>
    <message>
        <source>office</source>
        <translation>oficina</translation>
    </message>
    <message>
        <source>cause</source>
        <translation>causa</translation>
    </message>
    <message>
        <source>satisfaction</source>
        <translation>satisfacción</translation>
    </message>
    <message>
        <source>remedy accepted</source>
        <translation>solución aceptada</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>reservada</translation>
    </message>
    <message>
        <source>state</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>title</source>
        <translation>título</translation>
    </message>
    <message>
        <source>what to say</source>
        <translation>qué decir</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sede</translation>
    </message>
    <message>
        <source>Last got</source>
        <translation>Último recibido</translation>
    </message>
    <message>
        <source>Last gave</source>
        <translation>Último entregado</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>Refused, and why</source>
        <translation>Rechazado, y por qué</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>The one that holds, and the other</source>
        <translation>El que vale y el otro</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>BranchScreen</name>
    <message>
        <source>Exchange</source>
        <translation>Intercambio</translation>
    </message>
    <message>
        <source>With which folder to exchange: a stick, a share</source>
        <translation>Con qué carpeta intercambiar: una memoria USB, una carpeta compartida</translation>
    </message>
    <message>
        <source>Address of the hub: postgresql://…</source>
        <translation>Dirección del concentrador: postgresql://…</translation>
    </message>
    <message>
        <source>Remind after how many days without an exchange? 0: no</source>
        <translation>¿A cuántos días sin intercambio se avisa? 0: no</translation>
    </message>
    <message>
        <source>Name of the branch to invite</source>
        <translation>Nombre de la sucursal que se invita</translation>
    </message>
    <message>
        <source>The file that head office gave you</source>
        <translation>El archivo que le dio la sede central</translation>
    </message>
    <message>
        <source>Exchanging with {place}… Esc stops</source>
        <translation>Intercambiando con {place}… Esc lo detiene</translation>
    </message>
    <message>
        <source>Exchanged: {read} envelopes read, {events} entries new, {written} given</source>
        <translation>Intercambiado: {read} sobres leídos, {events} apuntes nuevos, {written} entregados</translation>
    </message>
    <message>
        <source>, {count} refused</source>
        <translation>, {count} rechazados</translation>
    </message>
    <message>
        <source>, {count} for a newer program</source>
        <translation>, {count} para un programa más nuevo</translation>
    </message>
    <message>
        <source>Stopped; what was taken in stays, the next exchange goes on from there.</source>
        <translation>Detenido; lo que ya entró se queda y el próximo intercambio sigue desde ahí.</translation>
    </message>
    <message>
        <source>Where to keep the invitation</source>
        <translation>Dónde guardar la invitación</translation>
    </message>
    <message>
        <source>{file} makes a desk one of that branch. Hand it over like a key.</source>
        <translation>{file} convierte un puesto en uno de esa sucursal. Entréguelo como una llave.</translation>
    </message>
    <message>
        <source>Where to keep the addresses for the branches</source>
        <translation>Dónde guardar las direcciones para las sucursales</translation>
    </message>
    <message>
        <source>Every branch has its access to the hub already; no file was written.</source>
        <translation>Todas las sucursales tienen ya su acceso al concentrador; no se escribió ningún archivo.</translation>
    </message>
    <message>
        <source>{file} holds the address of the hub for each branch that had none: {count}. Hand each its own like a key; at the branch it is typed with h.</source>
        <translation>{file} contiene la dirección del concentrador para cada sucursal que no la tenía: {count}. Entregue a cada una la suya como una llave; en la sucursal se escribe con h.</translation>
    </message>
    <message>
        <source>This desk becomes one of “{name}” and begins anew; what it has now is kept as a copy.</source>
        <translation>Este puesto pasa a ser de «{name}» y empieza de nuevo; lo que tiene ahora queda guardado como copia.</translation>
    </message>
    <message>
        <source>Join (Enter)</source>
        <translation>Unirse (Intro)</translation>
    </message>
    <message>
        <source>This is head office now. Invite the branches: I</source>
        <translation>Esta es ahora la sede central. Invite a las sucursales: I</translation>
    </message>
    <message>
        <source>This desk exchanges with nobody yet. Is this head office (O)? Or a branch, with the file that head office gave you (J)?</source>
        <translation>Este puesto todavía no intercambia con nadie. ¿Es la sede central (O)? ¿O una sucursal, con el archivo que le dio la sede central (J)?</translation>
    </message>
    <message>
        <source>Last exchange: {when}.</source>
        <translation>Último intercambio: {when}.</translation>
    </message>
    <message>
        <source>With: {place}.</source>
        <translation>Con: {place}.</translation>
    </message>
    <message>
        <source>No place is remembered yet: f chooses a folder, h a hub.</source>
        <translation>Todavía no se recuerda ningún lugar: f elige una carpeta, h un concentrador.</translation>
    </message>
    <message>
        <source>Entries new here since: {count}.</source>
        <translation>Apuntes nuevos aquí desde entonces: {count}.</translation>
    </message>
    <message>
        <source>Envelopes for a newer program: {count}. Update, and they are taken in.</source>
        <translation>Sobres para un programa más nuevo: {count}. Actualice y entrarán.</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Algo falló en el programa</translation>
    </message>
    <message>
        <source>What you typed is kept. Copy this text for whoever looks after the program; it is in the log as well.</source>
        <translation>Lo que escribió se conserva. Copie este texto para quien cuida el programa; también está en el registro.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
</context>
<context>
    <name>Care</name>
    <message>
        <source>The database is damaged. Bring a copy back: Ctrl+Shift+P, “Copies”.</source>
        <translation>La base de datos está dañada. Recupere una copia: Ctrl+Mayús+P, «Copias».</translation>
    </message>
    <message>
        <source>The disk is nearly full: make room, or nothing can be saved.</source>
        <translation>El disco está casi lleno: libere espacio o no se podrá guardar nada.</translation>
    </message>
    <message>
        <source>No exchange for {days} days: Ctrl+Shift+S</source>
        <translation>Sin intercambio desde hace {days} días: Ctrl+Mayús+S</translation>
    </message>
    <message>
        <source>Brought back from {file}; the database before it lies among the copies.</source>
        <translation>Recuperado de {file}; la base de datos anterior está entre las copias.</translation>
    </message>
</context>
<context>
    <name>CasePane</name>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Oficina</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>Abrir (Intro)</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Queja</translation>
    </message>
</context>
<context>
    <name>CaseSide</name>
    <message>
        <source>A few letters, or a digit</source>
        <translation>Unas letras, o un número</translation>
    </message>
    <message>
        <source>Not possible now: {step}. The case is: {state}.</source>
        <translation>Ahora no es posible: {step}. El caso está: {state}.</translation>
    </message>
    <message>
        <source>{folio} is answered and closed.</source>
        <translation>{folio} queda respondida y cerrada.</translation>
    </message>
    <message>
        <source>{folio} is annulled.</source>
        <translation>{folio} queda anulada.</translation>
    </message>
    <message>
        <source>What happens with {folio}?</source>
        <translation>¿Qué se hace con {folio}?</translation>
    </message>
    <message>
        <source>Which file?</source>
        <translation>¿Qué archivo?</translation>
    </message>
    <message>
        <source>Which file does not belong to this case?</source>
        <translation>¿Qué archivo no es de este caso?</translation>
    </message>
    <message>
        <source>Which book?</source>
        <translation>¿Qué libro?</translation>
    </message>
    <message>
        <source>{series} · {count} cases</source>
        <translation>{series} · {count} casos</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>Term</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Folio</source>
        <translation>Folio</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Oficina</translation>
    </message>
    <message>
        <source>(restricted)</source>
        <translation>(reservada)</translation>
    </message>
    <message>
        <source>clock stopped</source>
        <translation>plazo detenido</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>Semana del</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Quejas</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Medida</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>after</source>
        <translation>después</translation>
    </message>
    <message>
        <source>Search in texts, or a folio…</source>
        <translation>Buscar en los textos, o un folio…</translation>
    </message>
    <message>
        <source>No filter (Esc)</source>
        <translation>Sin filtro (Esc)</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Guardar esta vista…</translation>
    </message>
    <message>
        <source>View: {name}</source>
        <translation>Vista: {name}</translation>
    </message>
    <message>
        <source>Kind: {name}</source>
        <translation>Clase: {name}</translation>
    </message>
    <message>
        <source>Office: {name}</source>
        <translation>Oficina: {name}</translation>
    </message>
    <message>
        <source>Cause: {name}</source>
        <translation>Causa: {name}</translation>
    </message>
    <message>
        <source>Forget the view {name}</source>
        <translation>Olvidar la vista {name}</translation>
    </message>
    <message>
        <source>{step} (did not count)</source>
        <translation>{step} (no contó)</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencidas</translation>
    </message>
    <message>
        <source>Closed or annulled</source>
        <translation>Cerradas o anuladas</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Con acuse de recibo</translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation>Valorada</translation>
    </message>
    <message>
        <source>Investigated</source>
        <translation>Investigada</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondida</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Abierta de nuevo</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>Annulled</source>
        <translation>Anulada</translation>
    </message>
    <message>
        <source>Acknowledge, with the receipt</source>
        <translation>Acusar recibo, con el justificante</translation>
    </message>
    <message>
        <source>Assess</source>
        <translation>Valorar</translation>
    </message>
    <message>
        <source>Investigate</source>
        <translation>Investigar</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Answer and close</source>
        <translation>Responder y cerrar</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Trasladar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Causa</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Más…</translation>
    </message>
    <message>
        <source>Extend the term</source>
        <translation>Ampliar el plazo</translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <translation>Detener el plazo</translation>
    </message>
    <message>
        <source>Let the clock run on</source>
        <translation>Reanudar el plazo</translation>
    </message>
    <message>
        <source>Remedy asked for</source>
        <translation>Lo que se pide</translation>
    </message>
    <message>
        <source>Remedy offered</source>
        <translation>Lo que se ofrece</translation>
    </message>
    <message>
        <source>Remedy accepted or not</source>
        <translation>Acepta o no lo ofrecido</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Satisfacción</translation>
    </message>
    <message>
        <source>Correct kind, office or person</source>
        <translation>Corregir clase, oficina o persona</translation>
    </message>
    <message>
        <source>Fill in what the law asks</source>
        <translation>Completar lo que pide la norma</translation>
    </message>
    <message>
        <source>Restrict: not read in lists</source>
        <translation>Reservar: no se lee en listas</translation>
    </message>
    <message>
        <source>Restrict no longer</source>
        <translation>Quitar la reserva</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Abrir de nuevo</translation>
    </message>
    <message>
        <source>Annul</source>
        <translation>Anular</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>Adjuntar un archivo…</translation>
    </message>
    <message>
        <source>Save an attached file…</source>
        <translation>Guardar un archivo adjunto…</translation>
    </message>
    <message>
        <source>Take a file off…</source>
        <translation>Quitar un archivo…</translation>
    </message>
    <message>
        <source>Print the receipt</source>
        <translation>Imprimir el justificante</translation>
    </message>
    <message>
        <source>Print the official form</source>
        <translation>Imprimir la hoja oficial</translation>
    </message>
    <message>
        <source>Print the letter with the answer</source>
        <translation>Imprimir la carta con la respuesta</translation>
    </message>
    <message>
        <source>Print a letter on how the case stands</source>
        <translation>Imprimir la carta sobre el estado del caso</translation>
    </message>
    <message>
        <source>Print the whole case file</source>
        <translation>Imprimir el expediente completo</translation>
    </message>
    <message>
        <source>Print the book of complaints…</source>
        <translation>Imprimir el libro de reclamaciones…</translation>
    </message>
    <message>
        <source>Save this list as XLSX, CSV or Open311…</source>
        <translation>Guardar esta lista como XLSX, CSV u Open311…</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>Complexity</source>
        <translation>Complejidad</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Alcance</translation>
    </message>
    <message>
        <source>Somebody may come to harm</source>
        <translation>Alguien puede sufrir un daño</translation>
    </message>
    <message>
        <source>What has to be done at once</source>
        <translation>Qué hay que hacer de inmediato</translation>
    </message>
    <message>
        <source>What was found out</source>
        <translation>Qué se averiguó</translation>
    </message>
    <message>
        <source>The answer to the person</source>
        <translation>La respuesta a la persona</translation>
    </message>
    <message>
        <source>How it was given (letter, e-mail, at the counter)</source>
        <translation>Cómo se dio (carta, correo, en el mostrador)</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>By which way</source>
        <translation>Por qué medio</translation>
    </message>
    <message>
        <source>Who got in touch</source>
        <translation>Quién se puso en contacto</translation>
    </message>
    <message>
        <source>Until when (25/11, +10, Thursday)</source>
        <translation>Hasta cuándo (25/11, +10, jueves)</translation>
    </message>
    <message>
        <source>Does the person accept it?</source>
        <translation>¿Lo acepta la persona?</translation>
    </message>
    <message>
        <source>How satisfied is the person?</source>
        <translation>¿Cómo de satisfecha está la persona?</translation>
    </message>
    <message>
        <source>In the person&apos;s own words</source>
        <translation>Con las palabras de la persona</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>En nombre de</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>En el mostrador</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>Por correo electrónico</translation>
    </message>
    <message>
        <source>By letter</source>
        <translation>Por carta</translation>
    </message>
    <message>
        <source>By message</source>
        <translation>Por mensaje</translation>
    </message>
    <message>
        <source>We</source>
        <translation>Nosotros</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>La persona</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>5: very satisfied</source>
        <translation>5: muy satisfecha</translation>
    </message>
    <message>
        <source>4: satisfied</source>
        <translation>4: satisfecha</translation>
    </message>
    <message>
        <source>3: neither nor</source>
        <translation>3: ni una cosa ni otra</translation>
    </message>
    <message>
        <source>2: not satisfied</source>
        <translation>2: insatisfecha</translation>
    </message>
    <message>
        <source>1: not satisfied at all</source>
        <translation>1: muy insatisfecha</translation>
    </message>
    <message>
        <source>Not judged yet</source>
        <translation>Sin valorar</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>Registrada</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Trasladada</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corregida</translation>
    </message>
    <message>
        <source>Legal fields filled in</source>
        <translation>Datos de la norma completados</translation>
    </message>
    <message>
        <source>Who may read it was changed</source>
        <translation>Cambia quién puede leerla</translation>
    </message>
    <message>
        <source>Term extended</source>
        <translation>Plazo ampliado</translation>
    </message>
    <message>
        <source>Clock stopped</source>
        <translation>Plazo detenido</translation>
    </message>
    <message>
        <source>Clock runs on</source>
        <translation>El plazo sigue</translation>
    </message>
    <message>
        <source>File attached</source>
        <translation>Archivo adjunto</translation>
    </message>
    <message>
        <source>File taken off</source>
        <translation>Archivo quitado</translation>
    </message>
    <message>
        <source>Joined under a cause</source>
        <translation>Unida a una causa</translation>
    </message>
    <message>
        <source>Taken out of its cause</source>
        <translation>Separada de su causa</translation>
    </message>
    <message>
        <source>The guidance of that day was shown</source>
        <translation>Se mostraron las indicaciones de aquel día</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Proceso</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Recursos</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Norma</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Trato</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Attach the file or picture that was copied</source>
        <translation>Adjuntar el archivo o la imagen que se copió</translation>
    </message>
    <message>
        <source>Filter the cases</source>
        <translation>Filtrar los casos</translation>
    </message>
</context>
<context>
    <name>CasesScreen</name>
    <message>
        <source>Filter (Ctrl+F)</source>
        <translation>Filtrar (Ctrl+F)</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Quejas</translation>
    </message>
    <message>
        <source>Enter does what comes next, digits do the rest, Ctrl+F filters</source>
        <translation>Intro hace lo que sigue, los números lo demás, Ctrl+F filtra</translation>
    </message>
    <message>
        <source>Which cases?</source>
        <translation>¿Qué casos?</translation>
    </message>
    <message>
        <source>Words of the complaint, or a folio</source>
        <translation>Palabras de la queja, o un folio</translation>
    </message>
    <message>
        <source>Under which name is this view kept?</source>
        <translation>¿Con qué nombre se guarda esta vista?</translation>
    </message>
    <message>
        <source>The view is kept; Ctrl+F shows it.</source>
        <translation>La vista queda guardada; Ctrl+F la muestra.</translation>
    </message>
    <message>
        <source>Complaints · {shown} · {count}</source>
        <translation>Quejas · {shown} · {count}</translation>
    </message>
    <message>
        <source>Overdue: {count}</source>
        <translation>Vencidas: {count}</translation>
    </message>
    <message>
        <source>No complaint is open. F4 puts one on record.</source>
        <translation>No hay quejas abiertas. F4 registra una.</translation>
    </message>
    <message>
        <source>No case fits. Esc takes the filter away.</source>
        <translation>Ningún caso encaja. Esc quita el filtro.</translation>
    </message>
    <message>
        <source>Save this list</source>
        <translation>Guardar esta lista</translation>
    </message>
    <message>
        <source>{count} cases are in {file}</source>
        <translation>{count} casos quedan en {file}</translation>
    </message>
</context>
<context>
    <name>CausePage</name>
    <message>
        <source>A few letters, or a digit</source>
        <translation>Unas letras, o un número</translation>
    </message>
    <message>
        <source>A new cause…</source>
        <translation>Una causa nueva…</translation>
    </message>
    <message>
        <source>Join with those alike: {count}</source>
        <translation>Unir con las parecidas: {count}</translation>
    </message>
    <message>
        <source>Under which cause does {folio} fall?</source>
        <translation>¿A qué causa se debe {folio}?</translation>
    </message>
    <message>
        <source>What do these cases have in common?</source>
        <translation>¿Qué tienen en común estos casos?</translation>
    </message>
    <message>
        <source>A new cause</source>
        <translation>Una causa nueva</translation>
    </message>
    <message>
        <source>{folio} is joined: {cause}</source>
        <translation>{folio} queda unida: {cause}</translation>
    </message>
    <message>
        <source>What about this cause?</source>
        <translation>¿Qué se hace con esta causa?</translation>
    </message>
    <message>
        <source>What kind of cause is it?</source>
        <translation>¿Qué clase de causa es?</translation>
    </message>
    <message>
        <source>Why? ({number})</source>
        <translation>¿Por qué? ({number})</translation>
    </message>
    <message>
        <source>What is going to be done</source>
        <translation>Qué se va a hacer</translation>
    </message>
    <message>
        <source>Who takes care of it</source>
        <translation>Quién se encarga</translation>
    </message>
    <message>
        <source>By when (25/11, +10, Thursday)</source>
        <translation>Para cuándo (25/11, +10, jueves)</translation>
    </message>
    <message>
        <source>An action against the cause</source>
        <translation>Una medida contra la causa</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Hecha: {what}</translation>
    </message>
    <message>
        <source>Dropped: {what}</source>
        <translation>Descartada: {what}</translation>
    </message>
    <message>
        <source>What became of it?</source>
        <translation>¿Qué fue de ella?</translation>
    </message>
    <message>
        <source>Why is it dropped?</source>
        <translation>¿Por qué se descarta?</translation>
    </message>
    <message>
        <source>An action is dropped</source>
        <translation>Una medida se descarta</translation>
    </message>
    <message>
        <source>Name it better</source>
        <translation>Ponerle mejor nombre</translation>
    </message>
</context>
<context>
    <name>CauseView</name>
    <message>
        <source>Cause</source>
        <translation>Causa</translation>
    </message>
    <message>
        <source>Complaints a week</source>
        <translation>Quejas por semana</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Five whys</source>
        <translation>Cinco porqués</translation>
    </message>
    <message>
        <source>Set an action</source>
        <translation>Fijar una medida</translation>
    </message>
    <message>
        <source>Action done or dropped</source>
        <translation>Medida hecha o descartada</translation>
    </message>
    <message>
        <source>Name it better</source>
        <translation>Ponerle mejor nombre</translation>
    </message>
    <message>
        <source>Another cause</source>
        <translation>Otra causa</translation>
    </message>
    <message>
        <source>Take this case out</source>
        <translation>Separar este caso</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Más…</translation>
    </message>
    <message>
        <source>Why, and why that</source>
        <translation>Por qué, y por qué eso</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Qué se hace</translation>
    </message>
    <message>
        <source>Did it work?</source>
        <translation>¿Funcionó?</translation>
    </message>
    <message>
        <source>Complaints under this cause: {count}</source>
        <translation>Quejas por esta causa: {count}</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Aún no se ha preguntado</translation>
    </message>
    <message>
        <source>open until {day}</source>
        <translation>abierta hasta el {day}</translation>
    </message>
    <message>
        <source>done on {day}</source>
        <translation>hecha el {day}</translation>
    </message>
    <message>
        <source>dropped on {day}</source>
        <translation>descartada el {day}</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Todavía nada</translation>
    </message>
    <message>
        <source>No whole week has passed yet.</source>
        <translation>Todavía no ha pasado una semana entera.</translation>
    </message>
    <message>
        <source>{before} a week; no action is done yet.</source>
        <translation>{before} por semana; aún no se ha hecho ninguna medida.</translation>
    </message>
    <message>
        <source>{before} a week before the action; no whole week after it yet.</source>
        <translation>{before} por semana antes de la medida; aún no hay una semana entera después.</translation>
    </message>
    <message>
        <source>Fewer: {before} a week before the action, {after} after it.</source>
        <translation>Menos: {before} por semana antes de la medida, {after} después.</translation>
    </message>
    <message>
        <source>Not fewer: {before} a week before the action, {after} after it.</source>
        <translation>No son menos: {before} por semana antes de la medida, {after} después.</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>What is being done</source>
        <translation>Qué se hace</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Against which cause</source>
        <translation>Contra qué causa</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada todavía</translation>
    </message>
    <message>
        <source>Folio</source>
        <translation>Folio</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Oficina</translation>
    </message>
    <message>
        <source>(restricted)</source>
        <translation>(reservada)</translation>
    </message>
</context>
<context>
    <name>CausesScreen</name>
    <message>
        <source>The action is done</source>
        <translation>La acción está hecha</translation>
    </message>
    <message>
        <source>The action is dropped…</source>
        <translation>La acción se abandona…</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>To the cases</source>
        <translation>A los casos</translation>
    </message>
    <message>
        <source>Causes and what is done about them</source>
        <translation>Causas y qué se hace con ellas</translation>
    </message>
    <message>
        <source>1 done, 2 dropped, Enter goes to the cases</source>
        <translation>1 hecha, 2 abandonada, Intro va a los casos</translation>
    </message>
    <message>
        <source>The cases of this cause</source>
        <translation>Los casos de esta causa</translation>
    </message>
    <message>
        <source>1  Done</source>
        <translation>1  Hecha</translation>
    </message>
    <message>
        <source>2  Dropped…</source>
        <translation>2  Abandonada…</translation>
    </message>
    <message>
        <source>No cause is known yet; 9 on a case names one.</source>
        <translation>Aún no se conoce ninguna causa; 9 sobre un caso le da nombre.</translation>
    </message>
    <message>
        <source>No case is under this cause. Ctrl+L shows them all.</source>
        <translation>Ningún caso se debe a esta causa. Ctrl+L los muestra todos.</translation>
    </message>
    <message>
        <source>Why is it dropped?</source>
        <translation>¿Por qué se abandona?</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>Hecha: {what}</translation>
    </message>
    <message>
        <source>Dropped: {what}</source>
        <translation>Abandonada: {what}</translation>
    </message>
    <message>
        <source>Nothing is being done about it yet; 9 on one of its cases sets it.</source>
        <translation>Todavía no se hace nada; 9 sobre uno de sus casos lo dispone.</translation>
    </message>
    <message>
        <source>The cases of: {cause}</source>
        <translation>Los casos de: {cause}</translation>
    </message>
    <message>
        <source>The cases</source>
        <translation>Los casos</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Manual: {section} (F1)</source>
        <translation>Manual: {section} (F1)</translation>
    </message>
    <message>
        <source>On this screen</source>
        <translation>En esta pantalla</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>{first} to {last}</source>
        <translation>del {first} al {last}</translation>
    </message>
    <message>
        <source>closed all day</source>
        <translation>cerrado todo el día</translation>
    </message>
    <message>
        <source>open {hours}</source>
        <translation>abierto {hours}</translation>
    </message>
    <message>
        <source>closed from {start} to {end}</source>
        <translation>cerrado de {start} a {end}</translation>
    </message>
    <message>
        <source>closes at {end}</source>
        <translation>cierra a las {end}</translation>
    </message>
    <message>
        <source>opens at {start}</source>
        <translation>abre a las {start}</translation>
    </message>
    <message>
        <source>only {hours}, within the usual hours</source>
        <translation>solo {hours}, dentro del horario de siempre</translation>
    </message>
</context>
<context>
    <name>ClosingLine</name>
    <message>
        <source>When are we closed? “Tomorrow we close at 12”, “closed on December 24 and 31”</source>
        <translation>¿Cuándo cerramos? «Mañana cerramos a las 12», «24 y 31 de diciembre cerrado»</translation>
    </message>
    <message>
        <source>Not understood yet</source>
        <translation>Aún no se entiende</translation>
    </message>
    <message>
        <source>all offices</source>
        <translation>todas las oficinas</translation>
    </message>
    <message>
        <source>The closure is taken back</source>
        <translation>Se ha retirado el cierre</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>The recovery code</source>
        <translation>El código de recuperación</translation>
    </message>
    <message>
        <source>With it a lost password is replaced, once. Print it or write it down now and keep it away from the desk: it is not shown again, and nobody can look it up.</source>
        <translation>Con él se cambia una contraseña perdida, una sola vez. Imprímalo o anótelo ahora y guárdelo lejos del mostrador: no se vuelve a mostrar y nadie puede consultarlo.</translation>
    </message>
    <message>
        <source>It is on paper (Enter)</source>
        <translation>Ya está en papel (Intro)</translation>
    </message>
    <message>
        <source>Ctrl+P prints it</source>
        <translation>Ctrl+P lo imprime</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Visitante</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Conocimiento</translation>
    </message>
    <message>
        <source>House</source>
        <translation>La casa</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>The box, from anywhere</source>
        <translation>El cuadro, desde cualquier sitio</translation>
    </message>
    <message>
        <source>Choose a result</source>
        <translation>Elegir un resultado</translation>
    </message>
    <message>
        <source>While you type; arrows do it too</source>
        <translation>Mientras escribe; también con las flechas</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>The slip just issued, else the answer to take home</source>
        <translation>El volante recién emitido o, si no, la respuesta para llevar</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Derivar</translation>
    </message>
    <message>
        <source>To the right office, with the right papers and a slip</source>
        <translation>A la oficina correcta, con los papeles correctos y un volante</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Queja</translation>
    </message>
    <message>
        <source>The text is enough; the folio comes at once</source>
        <translation>Basta el texto; el folio sale al instante</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Compromiso</translation>
    </message>
    <message>
        <source>What, by when, to a visitor or a colleague</source>
        <translation>Qué y para cuándo, con un visitante o un colega</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>The answer as plain text, for a chat or an e-mail</source>
        <translation>La respuesta como texto simple, para un chat o un correo</translation>
    </message>
    <message>
        <source>Join with those alike</source>
        <translation>Unir con las parecidas</translation>
    </message>
    <message>
        <source>Under one cause; each keeps its folio and its term</source>
        <translation>Bajo una misma causa; cada una conserva su folio y su plazo</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Of any office: call, serve, send on, each one key</source>
        <translation>De cualquier oficina: llamar, atender, enviar a otra, cada cosa con una tecla</translation>
    </message>
    <message>
        <source>Expected visitors</source>
        <translation>Visitas esperadas</translation>
    </message>
    <message>
        <source>By hour and host; Enter lets them in</source>
        <translation>Por hora y anfitrión; Intro las recibe</translation>
    </message>
    <message>
        <source>Note a call</source>
        <translation>Anotar una llamada</translation>
    </message>
    <message>
        <source>Answered, busy or no answer: one digit</source>
        <translation>Atendida, comunicando o sin respuesta: una cifra</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>To the visitor: large type, a QR code, nothing private</source>
        <translation>Al visitante: letra grande, un código QR, nada privado</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No está</translation>
    </message>
    <message>
        <source>Records what was missing, for whoever keeps the articles</source>
        <translation>Anota lo que faltaba para quien mantiene los artículos</translation>
    </message>
    <message>
        <source>A customer told me</source>
        <translation>Me lo dijo un cliente</translation>
    </message>
    <message>
        <source>Something the desk did not know: one line is enough</source>
        <translation>Algo que el mostrador no sabía: basta una línea</translation>
    </message>
    <message>
        <source>This did not help</source>
        <translation>Esto no sirvió</translation>
    </message>
    <message>
        <source>Counts on the article, which somebody then mends</source>
        <translation>Se apunta al artículo, que alguien corrige después</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Closes the visit; the next one opens by itself</source>
        <translation>Cierra la visita; la siguiente se abre sola</translation>
    </message>
    <message>
        <source>Leaves unhappy</source>
        <translation>Se va descontento</translation>
    </message>
    <message>
        <source>Note the visitor&apos;s name</source>
        <translation>Anotar el nombre del visitante</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Mostrador</translation>
    </message>
    <message>
        <source>Back to the desk, ready for the next question</source>
        <translation>De vuelta al mostrador, listo para la siguiente pregunta</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Promises that are due, and who was here</source>
        <translation>Compromisos que vencen y quién ha pasado</translation>
    </message>
    <message>
        <source>Open complaints</source>
        <translation>Quejas abiertas</translation>
    </message>
    <message>
        <source>The soonest due first; answer, close, annul</source>
        <translation>Primero la que antes vence; responder, cerrar, anular</translation>
    </message>
    <message>
        <source>Announce a visitor</source>
        <translation>Anunciar una visita</translation>
    </message>
    <message>
        <source>Who comes, to whom, at what time</source>
        <translation>Quién viene, a quién y a qué hora</translation>
    </message>
    <message>
        <source>Call screen</source>
        <translation>Pantalla de llamada</translation>
    </message>
    <message>
        <source>For the waiting room: the number and its office, no names</source>
        <translation>Para la sala de espera: el número y su oficina, sin nombres</translation>
    </message>
    <message>
        <source>Calls of today</source>
        <translation>Llamadas de hoy</translation>
    </message>
    <message>
        <source>What was noted with F10</source>
        <translation>Lo anotado con F10</translation>
    </message>
    <message>
        <source>Articles that send people wrong</source>
        <translation>Artículos que envían mal</translation>
    </message>
    <message>
        <source>The most wrong ways first; Enter opens the article</source>
        <translation>Primero los que más envían mal; Intro abre el artículo</translation>
    </message>
    <message>
        <source>Causes and actions</source>
        <translation>Causas y acciones</translation>
    </message>
    <message>
        <source>Against what many complain of: who does what by when</source>
        <translation>Contra lo que muchos reclaman: quién hace qué y para cuándo</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>Un paso atrás</translation>
    </message>
    <message>
        <source>Nothing typed is lost</source>
        <translation>Nada de lo escrito se pierde</translation>
    </message>
    <message>
        <source>Forget what was chosen here</source>
        <translation>Olvidar lo que se eligió aquí</translation>
    </message>
    <message>
        <source>The order of results is as on the first day</source>
        <translation>El orden de los resultados vuelve a ser el del primer día</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Escriba lo que quiere hacer</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>All of them on one sheet</source>
        <translation>Todas en una hoja</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Colores claros</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Colores oscuros</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Colores del sistema</translation>
    </message>
    <message>
        <source>Comfortable spacing</source>
        <translation>Espaciado amplio</translation>
    </message>
    <message>
        <source>Rows and fields at ease, as at the start</source>
        <translation>Filas y campos holgados, como al principio</translation>
    </message>
    <message>
        <source>Compact spacing</source>
        <translation>Espaciado compacto</translation>
    </message>
    <message>
        <source>More rows on screen; targets stay large enough</source>
        <translation>Más filas en pantalla; los botones siguen siendo fáciles de acertar</translation>
    </message>
    <message>
        <source>Print on an 80 mm roll</source>
        <translation>Imprimir en rollo de 80 mm</translation>
    </message>
    <message>
        <source>Print on a 72 mm roll</source>
        <translation>Imprimir en rollo de 72 mm</translation>
    </message>
    <message>
        <source>Print on A5</source>
        <translation>Imprimir en A5</translation>
    </message>
    <message>
        <source>Print on A4</source>
        <translation>Imprimir en A4</translation>
    </message>
    <message>
        <source>Large print on or off</source>
        <translation>Letra grande al imprimir: sí o no</translation>
    </message>
    <message>
        <source>Choose the printer</source>
        <translation>Elegir la impresora</translation>
    </message>
    <message>
        <source>Keep papers as PDF, print none</source>
        <translation>Guardar los papeles en PDF, no imprimir</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>Bloquear el puesto</translation>
    </message>
    <message>
        <source>What is typed is kept; a PIN opens it again</source>
        <translation>Lo escrito se conserva; un PIN lo abre de nuevo</translation>
    </message>
    <message>
        <source>Change user</source>
        <translation>Cambiar de usuario</translation>
    </message>
    <message>
        <source>Two letters and a PIN; what is typed stays</source>
        <translation>Dos letras y un PIN; lo escrito se queda</translation>
    </message>
    <message>
        <source>Hide personal data</source>
        <translation>Ocultar datos personales</translation>
    </message>
    <message>
        <source>Names, telephones and complaints, until pressed again</source>
        <translation>Nombres, teléfonos y quejas, hasta pulsarla otra vez</translation>
    </message>
    <message>
        <source>Remove the demo office</source>
        <translation>Quitar la oficina de demostración</translation>
    </message>
    <message>
        <source>An office of your own begins, empty</source>
        <translation>Empieza una oficina propia, vacía</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Recorrido</translation>
    </message>
    <message>
        <source>Five minutes at the demo office, with the real keys</source>
        <translation>Cinco minutos en la oficina de demostración, con las teclas de verdad</translation>
    </message>
    <message>
        <source>Update the program</source>
        <translation>Actualizar el programa</translation>
    </message>
    <message>
        <source>From one signed file; the database is copied before</source>
        <translation>Desde un archivo firmado; antes se copia la base de datos</translation>
    </message>
    <message>
        <source>File for support</source>
        <translation>Archivo para soporte</translation>
    </message>
    <message>
        <source>Shown before it is saved; no names, nothing that was typed</source>
        <translation>Se muestra antes de guardarlo; sin nombres ni nada de lo escrito</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Help by section; F1 twice opens what you see here</source>
        <translation>Ayuda por temas; F1 dos veces abre el de lo que ve</translation>
    </message>
    <message>
        <source>Manual as PDF…</source>
        <translation>Manual en PDF…</translation>
    </message>
    <message>
        <source>To print or to send, in the language of the window</source>
        <translation>Para imprimir o enviar, en el idioma de la ventana</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>People and PINs</source>
        <translation>Personas y PIN</translation>
    </message>
    <message>
        <source>Roles, letters and PINs; the first administrator</source>
        <translation>Funciones, letras y PIN; el primer administrador</translation>
    </message>
    <message>
        <source>We are closed</source>
        <translation>Cerramos</translation>
    </message>
    <message>
        <source>All offices, in one sentence: tomorrow we close at 12</source>
        <translation>Todas las oficinas, en una frase: mañana cerramos a las 12</translation>
    </message>
    <message>
        <source>Offices and hours</source>
        <translation>Oficinas y horarios</translation>
    </message>
    <message>
        <source>Where they are, when they are open, closures of one</source>
        <translation>Dónde están, cuándo abren y los cierres de una</translation>
    </message>
    <message>
        <source>Services by office</source>
        <translation>Servicios por oficina</translation>
    </message>
    <message>
        <source>Which office serves which article</source>
        <translation>Qué oficina atiende cada artículo</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Whom the desk rings, and at which office</source>
        <translation>A quién se llama y en qué oficina está</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Sedes</translation>
    </message>
    <message>
        <source>Names, countries and time zones of the sites</source>
        <translation>Nombre, país y huso horario de cada sede</translation>
    </message>
    <message>
        <source>Synonyms of the house</source>
        <translation>Sinónimos de la casa</translation>
    </message>
    <message>
        <source>Words that people say, and what they mean</source>
        <translation>Lo que dice la gente y lo que significa</translation>
    </message>
    <message>
        <source>Complaint rules</source>
        <translation>Normas de quejas</translation>
    </message>
    <message>
        <source>Terms and sentences of the law: copy, change, put in force</source>
        <translation>Plazos y frases de la ley: copiar, cambiar, poner en vigor</translation>
    </message>
    <message>
        <source>Letters and papers</source>
        <translation>Cartas y papeles</translation>
    </message>
    <message>
        <source>The office&apos;s own wording, with a preview</source>
        <translation>Con las palabras de la oficina y vista previa</translation>
    </message>
    <message>
        <source>What is held on a person</source>
        <translation>Qué se guarda de una persona</translation>
    </message>
    <message>
        <source>Found by name, phone or folio; saved to hand over, or erased</source>
        <translation>Por nombre, teléfono o folio; se guarda para entregarlo o se borra</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Registro de actividad</translation>
    </message>
    <message>
        <source>Who did what, and when; was anything edited by hand</source>
        <translation>Quién hizo qué y cuándo; si algo se cambió a mano</translation>
    </message>
    <message>
        <source>History of this record</source>
        <translation>Historia de este registro</translation>
    </message>
    <message>
        <source>Of the article, case, office or person in hand</source>
        <translation>Del artículo, caso, oficina o persona que se ve</translation>
    </message>
    <message>
        <source>Exchange with branches</source>
        <translation>Intercambio con sucursales</translation>
    </message>
    <message>
        <source>When we last met, what waits, joining and inviting</source>
        <translation>Cuándo fue el último, qué espera, unirse e invitar</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>Intercambiar ahora</translation>
    </message>
    <message>
        <source>With the stick, the shared folder or the hub</source>
        <translation>Con la memoria USB, la carpeta compartida o el concentrador</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>Of the database: bring one back, a second place, check</source>
        <translation>De la base de datos: recuperar una, un segundo lugar, comprobar</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Excel, Word, a folder of texts: seen first, then taken in</source>
        <translation>Excel, Word, una carpeta de textos: primero se ve, luego se incorpora</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Everything the desk knows, in the format you need</source>
        <translation>Todo lo que sabe el mostrador, en el formato que necesite</translation>
    </message>
    <message>
        <source>Edit the article</source>
        <translation>Editar el artículo</translation>
    </message>
    <message>
        <source>The one on screen, or one of those in hand</source>
        <translation>El que está en pantalla, o uno de los que están en curso</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Artículo nuevo</translation>
    </message>
    <message>
        <source>From what to say to published, by keys</source>
        <translation>De qué decir a publicado, con el teclado</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lagunas</translation>
    </message>
    <message>
        <source>What nobody could answer; write, add a word, link, dismiss</source>
        <translation>Lo que nadie supo responder: escribir, añadir palabra, enlazar, descartar</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Vigencia</translation>
    </message>
    <message>
        <source>Overdue, never used or found, sends wrong; who keeps it</source>
        <translation>Vencidos, sin uso, sin hallar, los que mandan mal; quién los lleva</translation>
    </message>
</context>
<context>
    <name>ComplaintPanel</name>
    <message>
        <source>Complaint</source>
        <translation>Queja</translation>
    </message>
    <message>
        <source>&amp;What happened</source>
        <translation>&amp;Qué pasó</translation>
    </message>
    <message>
        <source>In the visitor&apos;s own words; the text is enough</source>
        <translation>Con las palabras del visitante; basta el texto</translation>
    </message>
    <message>
        <source>{folio} is joined: {cause}</source>
        <translation>{folio} queda unida: {cause}</translation>
    </message>
    <message>
        <source>Put on record (Ctrl+Enter)</source>
        <translation>Registrar (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Put on record</source>
        <translation>Registrar</translation>
    </message>
    <message>
        <source>Correct a word</source>
        <translation>Corregir una palabra</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
    <message>
        <source>Attach the picture that was copied</source>
        <translation>Adjuntar la imagen que se copió</translation>
    </message>
    <message>
        <source>Esc leaves; what is typed is kept</source>
        <translation>Esc sale; lo escrito se guarda</translation>
    </message>
    <message>
        <source>{folio} is on record.</source>
        <translation>{folio} queda registrada.</translation>
    </message>
    <message>
        <source>{folio} is on record. Answer at the latest on {day}.</source>
        <translation>{folio} queda registrada. Respuesta a más tardar el {day}.</translation>
    </message>
    <message>
        <source>{folio} is annulled; its number stays taken, the text is back in F4.</source>
        <translation>{folio} queda anulada; su número no se reutiliza y el texto está de nuevo en F4.</translation>
    </message>
</context>
<context>
    <name>Copies</name>
    <message>
        <source>Of the day</source>
        <translation>Del día</translation>
    </message>
    <message>
        <source>Before an import</source>
        <translation>Antes de una importación</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Pedida</translation>
    </message>
    <message>
        <source>Before a new version</source>
        <translation>Antes de una versión nueva</translation>
    </message>
    <message>
        <source>Before an update</source>
        <translation>Antes de una actualización</translation>
    </message>
    <message>
        <source>What a restore replaced</source>
        <translation>Lo que sustituyó una recuperación</translation>
    </message>
    <message>
        <source>The demo office</source>
        <translation>La oficina de demostración</translation>
    </message>
    <message>
        <source>A file of yours</source>
        <translation>Un archivo suyo</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artículos</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Oficinas</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Atenciones</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Quejas</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lagunas</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Ocasión</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>{occasion} · second place</source>
        <translation>{occasion} · segundo lugar</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Pierde</translation>
    </message>
    <message>
        <source>The database cannot be read, so what is lost cannot be told in full.</source>
        <translation>La base de datos no se puede leer, así que no se puede decir del todo qué se pierde.</translation>
    </message>
    <message>
        <source>What happened at the desk since is taken along; entries: {count}.</source>
        <translation>Lo que ocurrió en el puesto desde entonces se conserva; apuntes: {count}.</translation>
    </message>
    <message>
        <source>Articles, offices, staff and settings go back to what they were then. The database of now is kept among the copies.</source>
        <translation>Artículos, oficinas, personal y ajustes vuelven a ser los de entonces. La base de datos de ahora queda entre las copias.</translation>
    </message>
</context>
<context>
    <name>CopiesScreen</name>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>Copies of the database</source>
        <translation>Copias de la base de datos</translation>
    </message>
    <message>
        <source>Enter asks for the copy in hand, N makes one</source>
        <translation>Intro pide la copia elegida, N hace una</translation>
    </message>
    <message>
        <source>There is no copy yet. Press N to make one.</source>
        <translation>Todavía no hay copias. Pulse N para hacer una.</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Qué cambiaría</translation>
    </message>
    <message>
        <source>Choose a copy to see what it would change.</source>
        <translation>Elija una copia para ver qué cambiaría.</translation>
    </message>
    <message>
        <source>Bring this copy back (Enter)</source>
        <translation>Recuperar esta copia (Intro)</translation>
    </message>
    <message>
        <source>Make a copy now (N)</source>
        <translation>Hacer una copia ahora (N)</translation>
    </message>
    <message>
        <source>Second place… (S)</source>
        <translation>Segundo lugar… (S)</translation>
    </message>
    <message>
        <source>A file from elsewhere… (Ctrl+O)</source>
        <translation>Un archivo de otro sitio… (Ctrl+O)</translation>
    </message>
    <message>
        <source>Check the database (K)</source>
        <translation>Comprobar la base de datos (K)</translation>
    </message>
    <message>
        <source>Repair index and lists (R)</source>
        <translation>Reparar índice y listas (R)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Bring the copy in hand back</source>
        <translation>Recuperar la copia elegida</translation>
    </message>
    <message>
        <source>Make a copy now</source>
        <translation>Hacer una copia ahora</translation>
    </message>
    <message>
        <source>Second place…</source>
        <translation>Segundo lugar…</translation>
    </message>
    <message>
        <source>A file from elsewhere…</source>
        <translation>Un archivo de otro sitio…</translation>
    </message>
    <message>
        <source>Check the database</source>
        <translation>Comprobar la base de datos</translation>
    </message>
    <message>
        <source>Repair index and lists</source>
        <translation>Reparar índice y listas</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copiando…</translation>
    </message>
    <message>
        <source>Where each day&apos;s copy goes too: a stick, a share</source>
        <translation>Adónde va también la copia de cada día: una memoria USB, una carpeta compartida</translation>
    </message>
    <message>
        <source>A copy of the database</source>
        <translation>Una copia de la base de datos</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Comprobando…</translation>
    </message>
    <message>
        <source>Repairing…</source>
        <translation>Reparando…</translation>
    </message>
    <message>
        <source>Frontdesk starts again with the copy…</source>
        <translation>Frontdesk vuelve a empezar con la copia…</translation>
    </message>
    <message>
        <source>Copied and verified.</source>
        <translation>Copiado y verificado.</translation>
    </message>
    <message>
        <source>Faults: {count}. The first: {first}</source>
        <translation>Fallos: {count}. El primero: {first}</translation>
    </message>
    <message>
        <source>The database is whole.</source>
        <translation>La base de datos está íntegra.</translation>
    </message>
    <message>
        <source>What the copy of {when} would change</source>
        <translation>Qué cambiaría la copia del {when}</translation>
    </message>
    <message>
        <source>Only {room} are free on this disk: make room, or nothing can be saved soon.</source>
        <translation>Solo quedan {room} libres en este disco: libere espacio o pronto no se podrá guardar nada.</translation>
    </message>
    <message>
        <source>{room} are free on this disk.</source>
        <translation>Quedan {room} libres en este disco.</translation>
    </message>
    <message>
        <source>Each day&apos;s copy lies on this disk only. S names a second place</source>
        <translation>La copia de cada día está solo en este disco. S elige un segundo lugar</translation>
    </message>
    <message>
        <source>Each day&apos;s copy goes to {folder} too.</source>
        <translation>La copia de cada día va también a {folder}.</translation>
    </message>
    <message>
        <source>The last copy did not go to {folder}: is it there and writable?</source>
        <translation>La última copia no llegó a {folder}: ¿está ahí y se puede escribir?</translation>
    </message>
</context>
<context>
    <name>DeskDeeds</name>
    <message>
        <source>Answer copied as plain text</source>
        <translation>Respuesta copiada como texto simple</translation>
    </message>
    <message>
        <source>What was chosen here is forgotten</source>
        <translation>Olvidado lo que se eligió aquí</translation>
    </message>
    <message>
        <source>What was missing? It goes to whoever keeps the articles.</source>
        <translation>¿Qué faltaba? Le llega a quien mantiene los artículos.</translation>
    </message>
    <message>
        <source>What did the customer know that the desk did not?</source>
        <translation>¿Qué sabía el cliente que el mostrador no sabía?</translation>
    </message>
    <message>
        <source>Noted for whoever keeps the articles</source>
        <translation>Anotado para quien mantiene los artículos</translation>
    </message>
    <message>
        <source>What became of the call? With a note: Alt and the digit.</source>
        <translation>¿En qué quedó la llamada? Con una nota: Alt y la cifra.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Atendida</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Comunicando</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Call noted: answered</source>
        <translation>Llamada anotada: atendida</translation>
    </message>
    <message>
        <source>Call noted: busy</source>
        <translation>Llamada anotada: comunicando</translation>
    </message>
    <message>
        <source>Call noted: no answer</source>
        <translation>Llamada anotada: sin respuesta</translation>
    </message>
    <message>
        <source>Solved. Next visitor.</source>
        <translation>Resuelto. Siguiente visitante.</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Alt + 1…9</source>
        <translation>Alt + 1…9</translation>
    </message>
    <message>
        <source>No article, office or person with these words.</source>
        <translation>Ningún artículo, oficina ni persona con esas palabras.</translation>
    </message>
    <message>
        <source>Results: {count}. {title}</source>
        <translation>Resultados: {count}. {title}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Today at this desk</source>
        <translation>Hoy en este mostrador</translation>
    </message>
    <message>
        <source>What is asked most at this desk will stand here.</source>
        <translation>Aquí aparecerá lo que más se pregunta en este mostrador.</translation>
    </message>
    <message>
        <source>The desk opens no addresses: {link}</source>
        <translation>El mostrador no abre direcciones: {link}</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>(Restricted: a manager or an administrator reads it.)</source>
        <translation>(Reservada: la lee un responsable o un administrador.)</translation>
    </message>
    <message>
        <source>What happened so far</source>
        <translation>Qué ha pasado hasta ahora</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anónima</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>Respuesta hasta</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Oficina</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Responde</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Causa</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>The law still asks, from {day}: {fields}</source>
        <translation>La norma pide aún, desde el {day}: {fields}</translation>
    </message>
    <message>
        <source>{deed} (Enter)</source>
        <translation>{deed} (Intro)</translation>
    </message>
</context>
<context>
    <name>Due</name>
    <message>
        <source>due today</source>
        <translation>vence hoy</translation>
    </message>
    <message>
        <source>1 day left</source>
        <translation>queda 1 día</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>quedan {days} días</translation>
    </message>
    <message>
        <source>overdue by 1 day</source>
        <translation>vencida hace 1 día</translation>
    </message>
    <message>
        <source>overdue by {days} days</source>
        <translation>vencida hace {days} días</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message>
        <source>no term</source>
        <translation>sin plazo</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>What becomes of it?</source>
        <translation>¿Qué se hace con él?</translation>
    </message>
    <message>
        <source>Article editor</source>
        <translation>Editor de artículos</translation>
    </message>
    <message>
        <source>A new article</source>
        <translation>Un artículo nuevo</translation>
    </message>
    <message>
        <source>In review: {fields}. The desk shows what is published until this is saved.</source>
        <translation>En revisión: {fields}. El mostrador muestra lo publicado hasta que esto se guarde.</translation>
    </message>
    <message>
        <source>Verified: true today. To be looked at again on {day}.</source>
        <translation>Verificado: hoy es cierto. Se vuelve a mirar el {day}.</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>Quitado</translation>
    </message>
</context>
<context>
    <name>Expected</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A quién</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Here; the host knows</source>
        <translation>Está aquí; el anfitrión lo sabe</translation>
    </message>
    <message>
        <source>Here; ring {phone}</source>
        <translation>Está aquí; llame al {phone}</translation>
    </message>
    <message>
        <source>Here; tell the host</source>
        <translation>Está aquí; avise al anfitrión</translation>
    </message>
    <message>
        <source>Late: {lasting}</source>
        <translation>Con retraso: {lasting}</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Se espera</translation>
    </message>
</context>
<context>
    <name>ExpectedScreen</name>
    <message>
        <source>Expected visitors</source>
        <translation>Visitas esperadas</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>¿Quién es?</translation>
    </message>
    <message>
        <source>A few letters of visitor, company or host</source>
        <translation>Unas letras de la visita, la empresa o el anfitrión</translation>
    </message>
    <message>
        <source>Expected · {day}</source>
        <translation>Visitas esperadas · {day}</translation>
    </message>
    <message>
        <source>Nobody is expected with these words. Ctrl+I announces a visitor.</source>
        <translation>No se espera a nadie con estas palabras. Ctrl+I anuncia una visita.</translation>
    </message>
    <message>
        <source>Does not come (Del)</source>
        <translation>No viene (Supr)</translation>
    </message>
    <message>
        <source>Nobody is expected today. Ctrl+I announces a visitor.</source>
        <translation>Hoy no se espera a nadie. Ctrl+I anuncia una visita.</translation>
    </message>
    <message>
        <source>The host knows (Enter)</source>
        <translation>El anfitrión lo sabe (Intro)</translation>
    </message>
    <message>
        <source>Is here (Enter)</source>
        <translation>Está aquí (Intro)</translation>
    </message>
    <message>
        <source>{visitor} is here. Tell {host}, Enter when they know.</source>
        <translation>{visitor} está aquí. Avise a {host}; Intro cuando lo sepa.</translation>
    </message>
    <message>
        <source>{visitor} is here. Ring {host}: {phone}, Enter when they know.</source>
        <translation>{visitor} está aquí. Llame a {host}: {phone}; Intro cuando lo sepa.</translation>
    </message>
    <message>
        <source>{host} knows</source>
        <translation>{host} lo sabe</translation>
    </message>
    <message>
        <source>{visitor} is not expected any more</source>
        <translation>Ya no se espera a {visitor}</translation>
    </message>
</context>
<context>
    <name>ExportScreen</name>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>A few letters: articles excel, word, calendar</source>
        <translation>Unas letras: artículos excel, word, calendario</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>Choose the place (Ctrl+O)</source>
        <translation>Elegir el lugar (Ctrl+O)</translation>
    </message>
    <message>
        <source>Export (Enter)</source>
        <translation>Exportar (Intro)</translation>
    </message>
    <message>
        <source>A file that is there already is replaced. Esc: another format</source>
        <translation>Si el archivo ya existe, se reemplaza. Esc: otro formato</translation>
    </message>
    <message>
        <source>What do you want to take along?</source>
        <translation>¿Qué quiere llevarse?</translation>
    </message>
    <message>
        <source>{count} rows are in {file}</source>
        <translation>{count} filas están en {file}</translation>
    </message>
    <message>
        <source>Stopped; the file was not written.</source>
        <translation>Detenido; el archivo no se escribió.</translation>
    </message>
    <message>
        <source>{rows} rows written… Esc stops</source>
        <translation>{rows} filas escritas… Esc detiene</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Articles</source>
        <translation>Artículos</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Oficinas</translation>
    </message>
    <message>
        <source>Which office does what</source>
        <translation>Qué oficina hace qué</translation>
    </message>
    <message>
        <source>People of the house</source>
        <translation>Personas de la casa</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Reclamaciones</translation>
    </message>
    <message>
        <source>Synonyms</source>
        <translation>Sinónimos</translation>
    </message>
    <message>
        <source>Services and offices</source>
        <translation>Servicios y oficinas</translation>
    </message>
    <message>
        <source>Services for search engines</source>
        <translation>Servicios para buscadores</translation>
    </message>
    <message>
        <source>Closures</source>
        <translation>Cierres</translation>
    </message>
    <message>
        <source>Complaints for a city&apos;s portal</source>
        <translation>Reclamaciones para el portal de una ciudad</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>libro de Excel (.xlsx)</translation>
    </message>
    <message>
        <source>table as text (.csv)</source>
        <translation>tabla en texto (.csv)</translation>
    </message>
    <message>
        <source>OpenDocument sheet (.ods)</source>
        <translation>hoja OpenDocument (.ods)</translation>
    </message>
    <message>
        <source>for programs (.jsonl)</source>
        <translation>para programas (.jsonl)</translation>
    </message>
    <message>
        <source>folder of Markdown texts</source>
        <translation>carpeta de textos Markdown</translation>
    </message>
    <message>
        <source>folder of web pages</source>
        <translation>carpeta de páginas web</translation>
    </message>
    <message>
        <source>folder of Word documents</source>
        <translation>carpeta de documentos de Word</translation>
    </message>
    <message>
        <source>directory package (HSDS 3.1)</source>
        <translation>paquete de directorio (HSDS 3.1)</translation>
    </message>
    <message>
        <source>schema.org (JSON-LD)</source>
        <translation>schema.org (JSON-LD)</translation>
    </message>
    <message>
        <source>address book (vCard)</source>
        <translation>libreta de direcciones (vCard)</translation>
    </message>
    <message>
        <source>calendar (iCalendar)</source>
        <translation>calendario (iCalendar)</translation>
    </message>
    <message>
        <source>service requests (Open311)</source>
        <translation>solicitudes de servicio (Open311)</translation>
    </message>
</context>
<context>
    <name>Filed</name>
    <message>
        <source>Join with those alike (Ctrl+J)</source>
        <translation>Unir con las parecidas (Ctrl+J)</translation>
    </message>
    <message>
        <source>Print the receipt (Ctrl+P)</source>
        <translation>Imprimir el justificante (Ctrl+P)</translation>
    </message>
    <message>
        <source>Another complaint (F4)</source>
        <translation>Otra queja (F4)</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back. Type on for the next question.</source>
        <translation>Ctrl+Z la deshace. Siga escribiendo para la próxima pregunta.</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>Registrada</translation>
    </message>
    <message>
        <source>Being put on record…</source>
        <translation>Registrando…</translation>
    </message>
    <message>
        <source>Answer at the latest on {day}</source>
        <translation>Respuesta a más tardar el {day}</translation>
    </message>
    <message>
        <source>Joined: {cause}</source>
        <translation>Unida a: {cause}</translation>
    </message>
    <message>
        <source>Attached: {names}</source>
        <translation>Adjunto: {names}</translation>
    </message>
    <message>
        <source>The law still asks, by {day}: {fields}</source>
        <translation>La norma pide aún, antes del {day}: {fields}</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>To hand on</source>
        <translation>Para entregar</translation>
    </message>
    <message>
        <source>Saves a copy</source>
        <translation>Guarda una copia</translation>
    </message>
</context>
<context>
    <name>FilesRow</name>
    <message>
        <source>Attach a &amp;file</source>
        <translation>Adjuntar un archi&amp;vo</translation>
    </message>
    <message>
        <source>Or drop it here, or paste a picture into the text</source>
        <translation>O suéltelo aquí, o pegue una imagen en el texto</translation>
    </message>
    <message>
        <source>Enter saves a copy, Delete takes it off</source>
        <translation>Intro guarda una copia, Supr lo quita</translation>
    </message>
</context>
<context>
    <name>FirstPage</name>
    <message>
        <source>A promise is due today: Ctrl+T</source>
        <translation>Hoy vence un compromiso: Ctrl+T</translation>
    </message>
    <message>
        <source>{count} promises are due today: Ctrl+T</source>
        <translation>Hoy vencen {count} compromisos: Ctrl+T</translation>
    </message>
    <message>
        <source>There are no articles yet. Bring in what you have, Excel, Word or a folder of texts: Ctrl+Shift+P, “Import”. Or write the first one: Ctrl+Shift+E.</source>
        <translation>Aún no hay artículos. Traiga lo que tiene, Excel, Word o una carpeta de textos: Ctrl+Mayús+P, «Importar». O escriba el primero: Ctrl+Mayús+E.</translation>
    </message>
    <message>
        <source>Type what the visitor asks</source>
        <translation>Escriba lo que pregunta el visitante</translation>
    </message>
    <message>
        <source>One key each</source>
        <translation>Una tecla para cada cosa</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Primera página</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Welcome to Frontdesk</source>
        <translation>Bienvenido a Frontdesk</translation>
    </message>
    <message>
        <source>Three questions, and the desk is ready.</source>
        <translation>Tres preguntas y el mostrador está listo.</translation>
    </message>
    <message>
        <source>1. &amp;Country, or country and region</source>
        <translation>1. &amp;País, o país y región</translation>
    </message>
    <message>
        <source>Decides holidays, the terms of complaints and the forms.</source>
        <translation>Decide los festivos, los plazos de las quejas y los formularios.</translation>
    </message>
    <message>
        <source>2. &amp;Name of the office</source>
        <translation>2. &amp;Nombre de la oficina</translation>
    </message>
    <message>
        <source>As it stands on slips and receipts.</source>
        <translation>Como aparecerá en volantes y justificantes.</translation>
    </message>
    <message>
        <source>3. Begin with</source>
        <translation>3. Empezar con</translation>
    </message>
    <message>
        <source>An &amp;empty desk, for your own office</source>
        <translation>Un mostrador &amp;vacío, para su propia oficina</translation>
    </message>
    <message>
        <source>A &amp;branch: with the file that head office gave you</source>
        <translation>Una &amp;sucursal: con el archivo que le dio la sede central</translation>
    </message>
    <message>
        <source>A &amp;demo office, to look around; it is removed by one command</source>
        <translation>Una oficina de &amp;demostración, para mirar; se quita con una orden</translation>
    </message>
    <message>
        <source>Start (Enter)</source>
        <translation>Empezar (Intro)</translation>
    </message>
    <message>
        <source>The file that head office gave you</source>
        <translation>El archivo que le dio la sede central</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>Guardar (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>Publish (Ctrl+Shift+Enter)</source>
        <translation>Publicar (Ctrl+Mayús+Intro)</translation>
    </message>
    <message>
        <source>What becomes of it… (Ctrl+M)</source>
        <translation>Qué se hace con él… (Ctrl+M)</translation>
    </message>
    <message>
        <source>Alt and a digit turn the page; Esc leaves, what is typed stays</source>
        <translation>Alt y un dígito cambian de página; Esc sale, lo escrito se conserva</translation>
    </message>
</context>
<context>
    <name>Freshness</name>
    <message>
        <source>Review overdue</source>
        <translation>Revisión vencida</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nunca usados</translation>
    </message>
    <message>
        <source>Used, but never found</source>
        <translation>Usados, nunca hallados</translation>
    </message>
    <message>
        <source>Sends people wrong</source>
        <translation>Mandan mal</translation>
    </message>
    <message>
        <source>Replaced by head office</source>
        <translation>Cambiados por la sede central</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artículo</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>Lo lleva</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Usos</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Hallado</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Fallos</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>Of all</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
</context>
<context>
    <name>FreshnessScreen</name>
    <message>
        <source>Freshness</source>
        <translation>Vigencia</translation>
    </message>
    <message>
        <source>Articles to look at</source>
        <translation>Artículos por revisar</translation>
    </message>
    <message>
        <source>Who keeps them</source>
        <translation>Quién los lleva</translation>
    </message>
    <message>
        <source>v verifies, Enter opens, digits choose a list</source>
        <translation>v verifica, Intro abre, los dígitos eligen lista</translation>
    </message>
    <message>
        <source>No article here, which is how it should be. 1 to 4 look elsewhere.</source>
        <translation>Aquí no hay ningún artículo, como debe ser. De 1 a 4 se mira en otra parte.</translation>
    </message>
    <message>
        <source>There is no article yet. Ctrl+Shift+E writes the first.</source>
        <translation>Aún no hay artículos. Ctrl+Mayús+E escribe el primero.</translation>
    </message>
    <message>
        <source>Enter shows only theirs</source>
        <translation>Intro muestra solo los suyos</translation>
    </message>
    <message>
        <source>Verified: it is true today (V)</source>
        <translation>Verificado: hoy es cierto (V)</translation>
    </message>
    <message>
        <source>Edit (E)</source>
        <translation>Editar (E)</translation>
    </message>
    <message>
        <source>Verified: it is true today</source>
        <translation>Verificado: hoy es cierto</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Open at the desk</source>
        <translation>Abrir en el mostrador</translation>
    </message>
    <message>
        <source>“{title}” is true today; next review on {day}</source>
        <translation>«{title}» es cierto hoy; próxima revisión el {day}</translation>
    </message>
    <message>
        <source>Freshness · articles on the desk: {count} · the last year</source>
        <translation>Vigencia · artículos en el mostrador: {count} · último año</translation>
    </message>
    <message>
        <source>Freshness · kept by {owner} · Esc shows all</source>
        <translation>Vigencia · los que lleva {owner} · Esc los muestra todos</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
</context>
<context>
    <name>Gaps</name>
    <message>
        <source>searched: {count}</source>
        <translation>buscado: {count}</translation>
    </message>
    <message>
        <source>not found: {count}</source>
        <translation>no encontrado: {count}</translation>
    </message>
    <message>
        <source>a customer knew: {count}</source>
        <translation>lo sabía un cliente: {count}</translation>
    </message>
    <message>
        <source>did not help: {count}</source>
        <translation>no sirvió: {count}</translation>
    </message>
    <message>
        <source>wrong office: {count}</source>
        <translation>oficina equivocada: {count}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierta</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>Se está escribiendo</translation>
    </message>
    <message>
        <source>Closed: found and chosen</source>
        <translation>Cerrada: se halla y se elige</translation>
    </message>
    <message>
        <source>Done; not asked since</source>
        <translation>Hecho; sin repetirse</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Descartada</translation>
    </message>
    <message>
        <source>Missed again</source>
        <translation>Falta otra vez</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Lo que se pide</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>A draft with these words is open</source>
        <translation>Hay un borrador abierto con estas palabras</translation>
    </message>
    <message>
        <source>The box understands “{words}” from now on</source>
        <translation>Desde ahora el cuadro de búsqueda entiende «{words}»</translation>
    </message>
    <message>
        <source>The article is found by “{words}” from now on</source>
        <translation>Desde ahora el artículo se halla por «{words}»</translation>
    </message>
    <message>
        <source>Dismissed; if it is asked again, it is back</source>
        <translation>Descartada; si se vuelve a preguntar, vuelve</translation>
    </message>
    <message>
        <source>Write the article</source>
        <translation>Escribir el artículo</translation>
    </message>
    <message>
        <source>Add a synonym</source>
        <translation>Añadir un sinónimo</translation>
    </message>
    <message>
        <source>Link to an article</source>
        <translation>Enlazar con un artículo</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Abrir de nuevo</translation>
    </message>
    <message>
        <source>An article was begun on {day}.</source>
        <translation>Se empezó un artículo el {day}.</translation>
    </message>
    <message>
        <source>A synonym was added on {day}: {text}.</source>
        <translation>Se añadió un sinónimo el {day}: {text}.</translation>
    </message>
    <message>
        <source>It was linked to an article on {day}.</source>
        <translation>Se enlazó con un artículo el {day}.</translation>
    </message>
    <message>
        <source>Dismissed on {day}: {text}</source>
        <translation>Se descartó el {day}: {text}</translation>
    </message>
</context>
<context>
    <name>GapsScreen</name>
    <message>
        <source>Gaps</source>
        <translation>Lagunas</translation>
    </message>
    <message>
        <source>What nobody could answer</source>
        <translation>Lo que nadie supo responder</translation>
    </message>
    <message>
        <source>Digits act, Enter asks the box</source>
        <translation>Los dígitos actúan, Intro lo busca</translation>
    </message>
    <message>
        <source>Nothing is missing. Searches for which nothing was chosen, F8, F7, answers that did not help and wrong offices gather here.</source>
        <translation>No falta nada. Aquí se reúnen las búsquedas sin elección, F8, F7, las respuestas que no sirvieron y las oficinas equivocadas.</translation>
    </message>
    <message>
        <source>Gaps · the last {days} days · Enter asks the box</source>
        <translation>Lagunas · últimos {days} días · Intro lo busca</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Search for it</source>
        <translation>Buscarlo</translation>
    </message>
    <message>
        <source>“{words}” means the same as? In the house&apos;s words.</source>
        <translation>¿Qué significa «{words}»? En las palabras de la casa.</translation>
    </message>
    <message>
        <source>Why is nothing done about “{words}”?</source>
        <translation>¿Por qué no se hace nada con «{words}»?</translation>
    </message>
    <message>
        <source>The gap is open again</source>
        <translation>La laguna está abierta de nuevo</translation>
    </message>
    <message>
        <source>Which article answers “{words}”?</source>
        <translation>¿Qué artículo responde a «{words}»?</translation>
    </message>
    <message>
        <source>Other words of its title</source>
        <translation>Otras palabras de su título</translation>
    </message>
</context>
<context>
    <name>Guard</name>
    <message>
        <source>{name} is at the desk</source>
        <translation>{name} está en el mostrador</translation>
    </message>
</context>
<context>
    <name>GuidanceView</name>
    <message>
        <source>Seen (Enter)</source>
        <translation>Visto (Intro)</translation>
    </message>
    <message>
        <source>A person is named as a cause only once this has been seen: what the house had told them on that day.</source>
        <translation>Una persona se señala como causa solo después de ver esto: qué indicaciones le había dado la casa aquel día.</translation>
    </message>
    <message>
        <source>{folio}: what there was on {day}</source>
        <translation>{folio}: qué había el {day}</translation>
    </message>
    <message>
        <source>No article covered this case.</source>
        <translation>Ningún artículo cubría este caso.</translation>
    </message>
    <message>
        <source>No news was in force.</source>
        <translation>No había ninguna novedad en vigor.</translation>
    </message>
</context>
<context>
    <name>Hall</name>
    <message>
        <source>Call screen</source>
        <translation>Pantalla de llamada</translation>
    </message>
    <message>
        <source>Please wait until your number appears here</source>
        <translation>Espere, por favor, a que aparezca aquí su número</translation>
    </message>
    <message>
        <source>Called again</source>
        <translation>Segunda llamada</translation>
    </message>
    <message>
        <source>Please come in</source>
        <translation>Pase, por favor</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Frontdesk manual.pdf</source>
        <translation>Manual de Frontdesk.pdf</translation>
    </message>
    <message>
        <source>Manual as PDF</source>
        <translation>Manual en PDF</translation>
    </message>
    <message>
        <source>{file} has {count} pages</source>
        <translation>{file} tiene {count} páginas</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>1 What changed</source>
        <translation>1 Qué cambió</translation>
    </message>
    <message>
        <source>2 Changed since</source>
        <translation>2 Desde entonces</translation>
    </message>
    <message>
        <source>3 Whole</source>
        <translation>3 Completo</translation>
    </message>
    <message>
        <source>4 As it was on…</source>
        <translation>4 Como era el…</translation>
    </message>
    <message>
        <source>Restore (Enter)</source>
        <translation>Restaurar (Intro)</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Enter lets a version hold again</source>
        <translation>Enter hace que una versión vuelva a regir</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message>
        <source>As it was on</source>
        <translation>Como era el</translation>
    </message>
    <message>
        <source>a day, with the hour if you like: 25/11/2026 10:30</source>
        <translation>un día, con hora si quiere: 25/11/2026 10:30</translation>
    </message>
    <message>
        <source>Versions · {title}</source>
        <translation>Versiones · {title}</translation>
    </message>
    <message>
        <source>The whole article</source>
        <translation>El artículo completo</translation>
    </message>
    <message>
        <source>From this version to the one that holds</source>
        <translation>De esta versión a la vigente</translation>
    </message>
    <message>
        <source>From the version before to this one</source>
        <translation>De la versión anterior a esta</translation>
    </message>
    <message>
        <source>No word differs.</source>
        <translation>No cambia ninguna palabra.</translation>
    </message>
    <message>
        <source>As it was on {day}</source>
        <translation>Como era el {day}</translation>
    </message>
    <message>
        <source>It was not there yet.</source>
        <translation>Todavía no existía.</translation>
    </message>
    <message>
        <source>That version holds again; the one before is kept.</source>
        <translation>Esa versión vuelve a regir; la anterior se conserva.</translation>
    </message>
</context>
<context>
    <name>HousePane</name>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Office or person</source>
        <translation>Oficina o persona</translation>
    </message>
</context>
<context>
    <name>ImportScreen</name>
    <message>
        <source>Reading {file}…</source>
        <translation>Leyendo {file}…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>Detener (Esc)</translation>
    </message>
    <message>
        <source>Judging each row of {file}…</source>
        <translation>Examinando cada fila de {file}…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importando…</translation>
    </message>
    <message>
        <source>Imported: {new} new, {changed} changed, {same} the same</source>
        <translation>Importado: {new} nuevas, {changed} cambiadas, {same} iguales</translation>
    </message>
    <message>
        <source>, {edited} kept as edited here</source>
        <translation>, {edited} conservadas como se editaron aquí</translation>
    </message>
    <message>
        <source>Taking back…</source>
        <translation>Deshaciendo…</translation>
    </message>
    <message>
        <source>Taken back: {removed} removed, {restored} as before</source>
        <translation>Deshecho: {removed} retiradas, {restored} como antes</translation>
    </message>
    <message>
        <source>, {retired} retired because they were used</source>
        <translation>, {retired} dadas de baja porque se usaron</translation>
    </message>
    <message>
        <source>, {kept} kept because they were edited here since</source>
        <translation>, {kept} conservadas porque se editaron aquí después</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Detenido; no se escribió nada.</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Column in the file</source>
        <translation>Columna del archivo</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Pasa a ser</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Primeros valores</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Why, and what differs</source>
        <translation>Por qué, y qué difiere</translation>
    </message>
    <message>
        <source>Edited here: overwritten</source>
        <translation>Editada aquí: se reemplaza</translation>
    </message>
    <message>
        <source>Edited here: kept</source>
        <translation>Editada aquí: se conserva</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>En el archivo</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Brought</source>
        <translation>Trajo</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed</source>
        <translation>{new} nuevas, {changed} cambiadas</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Deshecha</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artículos</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Oficinas</translation>
    </message>
    <message>
        <source>Which office does what</source>
        <translation>Qué oficina hace qué</translation>
    </message>
    <message>
        <source>People of the house</source>
        <translation>Personas de la casa</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>Reclamaciones</translation>
    </message>
    <message>
        <source>Synonyms: the whole list</source>
        <translation>Sinónimos: la lista entera</translation>
    </message>
    <message>
        <source>Directory package (HSDS)</source>
        <translation>Paquete de directorio (HSDS)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Igual</translation>
    </message>
    <message>
        <source>Edited here since</source>
        <translation>Editada aquí después</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>Qué decir</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text of the complaint</source>
        <translation>Texto de la reclamación</translation>
    </message>
    <message>
        <source>Who may ask</source>
        <translation>Quién puede pedirlo</translation>
    </message>
    <message>
        <source>Papers to bring</source>
        <translation>Papeles que traer</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Note on the cost</source>
        <translation>Nota sobre el costo</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Base legal</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Palabras clave</translation>
    </message>
    <message>
        <source>What the desk may decide</source>
        <translation>Qué puede resolver el mostrador</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Vigente desde</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Vigente hasta</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>To be reviewed on</source>
        <translation>Revisar el</translation>
    </message>
    <message>
        <source>Days between reviews</source>
        <translation>Días entre revisiones</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Piso</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>How to get there</source>
        <translation>Cómo llegar</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Sede</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Last admission, minutes before</source>
        <translation>Última admisión, minutos antes</translation>
    </message>
    <message>
        <source>Outside the house</source>
        <translation>Fuera de la casa</translation>
    </message>
    <message>
        <source>No longer in use</source>
        <translation>Ya no se usa</translation>
    </message>
    <message>
        <source>Works here now</source>
        <translation>Trabaja aquí ahora</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artículo</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Oficina</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>En nombre de</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>Lo que se pide</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>Anónima</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Restringida</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Recibida el</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Se omite</translation>
    </message>
</context>
<context>
    <name>IssuedPage</name>
    <message>
        <source>Tell the visitor</source>
        <translation>Diga a la persona</translation>
    </message>
    <message>
        <source>Next visitor (Enter)</source>
        <translation>Siguiente persona (Intro)</translation>
    </message>
    <message>
        <source>Print the slip (Ctrl+P)</source>
        <translation>Imprimir el volante (Ctrl+P)</translation>
    </message>
    <message>
        <source>Number given</source>
        <translation>Número dado</translation>
    </message>
    <message>
        <source>To come: {when}</source>
        <translation>Para venir: {when}</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message>
        <source>Put on record (Enter)</source>
        <translation>Registrar (Intro)</translation>
    </message>
</context>
<context>
    <name>LinkOffer</name>
    <message>
        <source>Articles to link to</source>
        <translation>Artículos para enlazar</translation>
    </message>
    <message>
        <source>Arrows choose, Enter writes the link, Esc closes</source>
        <translation>Las flechas eligen, Enter escribe el enlace, Esc cierra</translation>
    </message>
    <message>
        <source>No article with these letters</source>
        <translation>Ningún artículo con estas letras</translation>
    </message>
    <message>
        <source>Type some letters of the article&apos;s title or its code</source>
        <translation>Escriba unas letras del título del artículo o su código</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>&amp;Your two letters</source>
        <translation>&amp;Sus dos letras</translation>
    </message>
    <message>
        <source>Recovery &amp;code, from the paper of the set-up</source>
        <translation>Código de &amp;recuperación, del papel de la puesta en marcha</translation>
    </message>
    <message>
        <source>I have &amp;lost the password</source>
        <translation>&amp;He perdido la contraseña</translation>
    </message>
    <message>
        <source>New &amp;password, at least 10 characters</source>
        <translation>&amp;Contraseña nueva, de al menos 10 caracteres</translation>
    </message>
    <message>
        <source>&amp;PIN or password</source>
        <translation>&amp;PIN o contraseña</translation>
    </message>
    <message>
        <source>Go on (Enter)</source>
        <translation>Seguir (Intro)</translation>
    </message>
    <message>
        <source>Sign in (Enter)</source>
        <translation>Entrar (Intro)</translation>
    </message>
    <message>
        <source>The new recovery code</source>
        <translation>El nuevo código de recuperación</translation>
    </message>
    <message>
        <source>A new password</source>
        <translation>Una contraseña nueva</translation>
    </message>
    <message>
        <source>Change user</source>
        <translation>Cambiar de usuario</translation>
    </message>
    <message>
        <source>The desk is locked</source>
        <translation>El puesto está bloqueado</translation>
    </message>
    <message>
        <source>Write it down and keep it away from the desk. The old one is used up.</source>
        <translation>Anótelo y guárdelo lejos del mostrador. El anterior ya no sirve.</translation>
    </message>
    <message>
        <source>Whoever has the code becomes an administrator. Esc goes back.</source>
        <translation>Quien tenga el código se convierte en administrador. Esc vuelve atrás.</translation>
    </message>
    <message>
        <source>Esc goes back; what is typed stays as it is.</source>
        <translation>Esc vuelve atrás; lo escrito se queda como está.</translation>
    </message>
    <message>
        <source>What was typed here is kept.</source>
        <translation>Lo que se estaba escribiendo se conserva.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Ask: a word, a name, a folio, a command</source>
        <translation>Pregunte: una palabra, un nombre, un folio, una orden</translation>
    </message>
    <message>
        <source>Search box</source>
        <translation>Cuadro de búsqueda</translation>
    </message>
    <message>
        <source>Arrows choose a result, Enter takes it, Alt and a digit take one of the first nine</source>
        <translation>Las flechas eligen un resultado, Intro lo toma, Alt y una cifra toman uno de los nueve primeros</translation>
    </message>
</context>
<context>
    <name>ManualScreen</name>
    <message>
        <source>Section</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Capítulo</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Search in the manual</source>
        <translation>Buscar en el manual</translation>
    </message>
    <message>
        <source>Sections of the manual</source>
        <translation>Temas del manual</translation>
    </message>
    <message>
        <source>No section has all of these words.</source>
        <translation>Ningún tema tiene todas esas palabras.</translation>
    </message>
    <message>
        <source>Letters search, arrows choose, Page Up and Page Down move the text, Esc leaves</source>
        <translation>Las letras buscan, las flechas eligen, Re Pág y Av Pág mueven el texto, Esc sale</translation>
    </message>
</context>
<context>
    <name>Meaning</name>
    <message>
        <source>&amp;Put these in force from now on</source>
        <translation>&amp;Poner en vigor desde ahora</translation>
    </message>
</context>
<context>
    <name>Meeting</name>
    <message>
        <source>Somebody else saved this article meanwhile; both are kept.</source>
        <translation>Otra persona guardó este artículo mientras tanto; se conservan los dos.</translation>
    </message>
    <message>
        <source>You both changed: {fields}.</source>
        <translation>Ambos cambiaron: {fields}.</translation>
    </message>
    <message>
        <source>Mine there, theirs in the rest</source>
        <translation>Ahí lo mío, en lo demás lo suyo</translation>
    </message>
    <message>
        <source>Theirs; mine as a version</source>
        <translation>Lo suyo; lo mío como versión</translation>
    </message>
    <message>
        <source>See the versions</source>
        <translation>Ver las versiones</translation>
    </message>
</context>
<context>
    <name>Members</name>
    <message>
        <source>Add: a few words find it, Enter or a digit takes it</source>
        <translation>Añadir: unas palabras lo encuentran, Intro o una cifra lo toma</translation>
    </message>
    <message>
        <source>{count} in all; Tab goes there, Del takes one out</source>
        <translation>{count} en total; Tab va a la lista, Supr quita uno</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ninguno todavía</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Deshacer (Ctrl+Z)</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Nothing found for “{asked}”</source>
        <translation>No se encontró nada sobre «{asked}»</translation>
    </message>
    <message>
        <source>Looked for: {words}</source>
        <translation>Se buscó: {words}</translation>
    </message>
    <message>
        <source>Perhaps: {words}</source>
        <translation>Quizá: {words}</translation>
    </message>
    <message>
        <source>Note it, and whoever keeps the articles sees what was missing.</source>
        <translation>Anótelo y quien mantiene los artículos verá lo que faltaba.</translation>
    </message>
    <message>
        <source>Note it (F8)</source>
        <translation>Anotarlo (F8)</translation>
    </message>
</context>
<context>
    <name>OfficeClosures</name>
    <message>
        <source>C&amp;losures of this office</source>
        <translation>C&amp;ierres de esta oficina</translation>
    </message>
    <message>
        <source>tomorrow we close at 12 (Enter)</source>
        <translation>mañana cerramos a las 12 (Intro)</translation>
    </message>
    <message>
        <source>Closures to come; Del takes one back</source>
        <translation>Próximos cierres; Supr retira uno</translation>
    </message>
    <message>
        <source>{closure} (all offices)</source>
        <translation>{closure} (todas las oficinas)</translation>
    </message>
    <message>
        <source>Not understood yet</source>
        <translation>Aún no se entiende</translation>
    </message>
    <message>
        <source>The closure is recorded</source>
        <translation>El cierre está anotado</translation>
    </message>
    <message>
        <source>The closure is taken back</source>
        <translation>Se ha retirado el cierre</translation>
    </message>
</context>
<context>
    <name>Offices</name>
    <message>
        <source>Offices and hours</source>
        <translation>Oficinas y horarios</translation>
    </message>
    <message>
        <source>No office with these letters. Insert begins a new one.</source>
        <translation>Ninguna oficina con esas letras. Insert empieza una nueva.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Hours</source>
        <translation>&amp;Horario</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Código</translation>
    </message>
    <message>
        <source>&amp;Floor</source>
        <translation>&amp;Piso</translation>
    </message>
    <message>
        <source>&amp;Room or counter</source>
        <translation>&amp;Sala o ventanilla</translation>
    </message>
    <message>
        <source>How to &amp;get there, on the slip</source>
        <translation>Cómo &amp;llegar, en el volante</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Teléfono</translation>
    </message>
    <message>
        <source>Last &amp;admission (min before closing)</source>
        <translation>Última &amp;admisión (min antes del cierre)</translation>
    </message>
    <message>
        <source>Found also by these &amp;words</source>
        <translation>Se encuentra tam&amp;bién con estas palabras</translation>
    </message>
    <message>
        <source>&amp;Branch</source>
        <translation>S&amp;ede</translation>
    </message>
    <message>
        <source>Empty: an office of all branches</source>
        <translation>Vacío: oficina de todas las sedes</translation>
    </message>
    <message>
        <source>&amp;External: not in our house</source>
        <translation>E&amp;xterna: fuera de nuestra casa</translation>
    </message>
    <message>
        <source>hours not known</source>
        <translation>horario desconocido</translation>
    </message>
    <message>
        <source>hours to be checked</source>
        <translation>horario por comprobar</translation>
    </message>
</context>
<context>
    <name>OneLine</name>
    <message>
        <source>Note it (Enter)</source>
        <translation>Anotar (Intro)</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>Dejarlo (Esc)</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Add a paper (Insert)</source>
        <translation>Añadir un papel (Insert)</translation>
    </message>
    <message>
        <source>Take this one away</source>
        <translation>Quitar este</translation>
    </message>
    <message>
        <source>Add a step (Insert)</source>
        <translation>Añadir un paso (Insert)</translation>
    </message>
    <message>
        <source>## Heading
- item of a list
[[ and some letters: a link to an article</source>
        <translation>## Título
- punto de una lista
[[ y unas letras: enlace a un artículo</translation>
    </message>
    <message>
        <source>{count} of {most} words · {seconds} s to say</source>
        <translation>{count} de {most} palabras · {seconds} s en decirlo</translation>
    </message>
    <message>
        <source>Not a day yet</source>
        <translation>Todavía no es un día</translation>
    </message>
    <message>
        <source>Not an amount yet</source>
        <translation>Todavía no es un importe</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>All commands</source>
        <translation>Todas las órdenes</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué quiere hacer?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>The rules of this case are at another site</source>
        <translation>Las normas de este caso están en otra sede</translation>
    </message>
    <message>
        <source>the office {office}</source>
        <translation>la oficina {office}</translation>
    </message>
    <message>
        <source>{name} is taken off</source>
        <translation>{name} se quitó</translation>
    </message>
    <message>
        <source>The letter names the office, where the answer names somebody of the house</source>
        <translation>La carta nombra a la oficina donde la respuesta nombra a alguien de la casa</translation>
    </message>
    <message>
        <source>{folio}: file attached</source>
        <translation>{folio}: archivo adjunto</translation>
    </message>
</context>
<context>
    <name>Particulars</name>
    <message>
        <source>&amp;Name (optional)</source>
        <translation>&amp;Nombre (opcional)</translation>
    </message>
    <message>
        <source>&amp;Phone (optional)</source>
        <translation>&amp;Teléfono (opcional)</translation>
    </message>
    <message>
        <source>&amp;Office (optional)</source>
        <translation>&amp;Oficina (opcional)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Clase</translation>
    </message>
    <message>
        <source>&amp;Severity</source>
        <translation>&amp;Gravedad</translation>
    </message>
    <message>
        <source>On &amp;behalf of (optional)</source>
        <translation>En nombre &amp;de (opcional)</translation>
    </message>
    <message>
        <source>&amp;Anonymous: no name is kept</source>
        <translation>&amp;Anónima: no se guarda nombre</translation>
    </message>
    <message>
        <source>&amp;Restricted: not read in lists</source>
        <translation>&amp;Reservada: no se lee en listas</translation>
    </message>
    <message>
        <source>This does not look like a phone; it is kept as you type it</source>
        <translation>Esto no parece un teléfono; se guarda tal como lo escriba</translation>
    </message>
    <message>
        <source>Not judged yet</source>
        <translation>Sin valorar</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>Answered</source>
        <translation>Atendida</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Comunicando</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
</context>
<context>
    <name>PhoneScreen</name>
    <message>
        <source>Calls of today</source>
        <translation>Llamadas de hoy</translation>
    </message>
    <message>
        <source>No call has been noted today. F10 notes one.</source>
        <translation>Hoy no se ha anotado ninguna llamada. F10 anota una.</translation>
    </message>
    <message>
        <source>Noted by mistake (Del)</source>
        <translation>Anotada por error (Supr)</translation>
    </message>
    <message>
        <source>Calls of today · answered: {answered}, busy: {busy}, no answer: {no_answer}</source>
        <translation>Llamadas de hoy · atendidas: {answered}, comunicando: {busy}, sin respuesta: {no_answer}</translation>
    </message>
    <message>
        <source>Taken back: {call}</source>
        <translation>Retirada: {call}</translation>
    </message>
</context>
<context>
    <name>Plain</name>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Tarda</translation>
    </message>
    <message>
        <source>Who may ask</source>
        <translation>Quién puede pedirlo</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>Qué traer</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Qué pasa después</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
</context>
<context>
    <name>Press</name>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
    </message>
    <message>
        <source>Printer for slips and receipts</source>
        <translation>Impresora de volantes y justificantes</translation>
    </message>
    <message>
        <source>72 mm roll</source>
        <translation>rollo de 72 mm</translation>
    </message>
    <message>
        <source>80 mm roll</source>
        <translation>rollo de 80 mm</translation>
    </message>
    <message>
        <source>large print</source>
        <translation>letra grande</translation>
    </message>
    <message>
        <source>usual print</source>
        <translation>letra normal</translation>
    </message>
    <message>
        <source>the system&apos;s printer</source>
        <translation>la impresora del sistema</translation>
    </message>
    <message>
        <source>as PDF</source>
        <translation>en PDF</translation>
    </message>
    <message>
        <source>Papers from now on: {how}</source>
        <translation>Los papeles, desde ahora: {how}</translation>
    </message>
    <message>
        <source>{title}: sent to {printer}</source>
        <translation>{title}: enviado a {printer}</translation>
    </message>
    <message>
        <source>{title}: kept as PDF in {file}</source>
        <translation>{title}: guardado como PDF en {file}</translation>
    </message>
</context>
<context>
    <name>PriorityButton</name>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Priority: {law} (Ctrl+0)</source>
        <translation>Prioridad: {law} (Ctrl+0)</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>Personal data is hidden; F12 shows it again</source>
        <translation>Los datos personales están ocultos; F12 los muestra de nuevo</translation>
    </message>
    <message>
        <source>Personal data is on show again</source>
        <translation>Los datos personales vuelven a estar a la vista</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Queja</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Compromiso</translation>
    </message>
    <message>
        <source>Expected visit</source>
        <translation>Visita esperada</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Qué dice</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>borrado</translation>
    </message>
    <message>
        <source>kept while it is open</source>
        <translation>se conserva mientras esté abierta</translation>
    </message>
    <message>
        <source>the law keeps it until {day}</source>
        <translation>la ley lo conserva hasta el {day}</translation>
    </message>
</context>
<context>
    <name>PrivacyScreen</name>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Erase what was found</source>
        <translation>Borrar lo encontrado</translation>
    </message>
    <message>
        <source>Save what was found</source>
        <translation>Guardar lo encontrado</translation>
    </message>
    <message>
        <source>What is held on a person</source>
        <translation>Qué se guarda de una persona</translation>
    </message>
    <message>
        <source>&amp;Name, phone, e-mail or folio</source>
        <translation>&amp;Nombre, teléfono, correo o folio</translation>
    </message>
    <message>
        <source>Enter finds all that tells of them, at this site.</source>
        <translation>Intro encuentra todo lo que hable de esa persona en esta sede.</translation>
    </message>
    <message>
        <source>What is held</source>
        <translation>Lo que se guarda</translation>
    </message>
    <message>
        <source>Nothing is shown. Type above and press Enter; nothing held is a good answer.</source>
        <translation>No hay nada que mostrar. Escriba arriba y pulse Intro; que no se guarde nada es una buena respuesta.</translation>
    </message>
    <message>
        <source>Save to hand over (Ctrl+S)</source>
        <translation>Guardar para entregar (Ctrl+S)</translation>
    </message>
    <message>
        <source>Visitors&apos; names are erased after &amp;days (0: never)</source>
        <translation>Los nombres de visitantes se borran a los &amp;días (0: nunca)</translation>
    </message>
    <message>
        <source>Complaints go when their law lets them. Counts, times and outcomes stay.</source>
        <translation>Las quejas se borran cuando su ley lo permite. Los recuentos, las horas y los resultados quedan.</translation>
    </message>
    <message>
        <source>{count} records tell of this person.</source>
        <translation>{count} registros hablan de esta persona.</translation>
    </message>
    <message>
        <source>Erase {count} records for good: press again</source>
        <translation>Borrar {count} registros para siempre: pulse otra vez</translation>
    </message>
    <message>
        <source>Erase (Del)</source>
        <translation>Borrar (Supr)</translation>
    </message>
    <message>
        <source>Erasing cannot be undone. Del again erases {count} records; Esc leaves.</source>
        <translation>Borrar no se puede deshacer. Supr otra vez borra {count} registros; Esc lo deja.</translation>
    </message>
    <message>
        <source>{erased} records are erased, {kept} are kept; the list says why.</source>
        <translation>{erased} registros borrados, {kept} conservados; la lista dice por qué.</translation>
    </message>
    <message>
        <source>Saved. The file holds personal data: hand it over only to whom it is about.</source>
        <translation>Guardado. El archivo tiene datos personales: entréguelo solo a quien corresponde.</translation>
    </message>
</context>
<context>
    <name>PromisePanel</name>
    <message>
        <source>Promise</source>
        <translation>Compromiso</translation>
    </message>
    <message>
        <source>&amp;What is promised</source>
        <translation>&amp;Qué se promete</translation>
    </message>
    <message>
        <source>&amp;By when</source>
        <translation>&amp;Para cuándo</translation>
    </message>
    <message>
        <source>Thursday, +3, tomorrow 10, 25/11 14:30</source>
        <translation>jueves, +3, mañana 10, 25/11 14:30</translation>
    </message>
    <message>
        <source>&amp;To whom (optional)</source>
        <translation>&amp;A quién (opcional)</translation>
    </message>
    <message>
        <source>Write it down (Enter)</source>
        <translation>Anotarlo (Intro)</translation>
    </message>
    <message>
        <source>Esc leaves; what is typed is kept</source>
        <translation>Esc sale; lo escrito se guarda</translation>
    </message>
    <message>
        <source>Not understood yet</source>
        <translation>Aún no se entiende</translation>
    </message>
    <message>
        <source>{when} has passed</source>
        <translation>Ya pasó: {when}</translation>
    </message>
    <message>
        <source>Promised by {when}: {what}</source>
        <translation>Prometido para {when}: {what}</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Retirado: {what}</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code with this text</source>
        <translation>Código QR con este texto</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>En llamada</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>Se atiende</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Llamar al siguiente</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Llamar otra vez</translation>
    </message>
    <message>
        <source>Is here</source>
        <translation>Está aquí</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Wrong office…</source>
        <translation>Oficina equivocada…</translation>
    </message>
    <message>
        <source>Send on…</source>
        <translation>Enviar a otra…</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>No se presentó</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>Se ha ido</translation>
    </message>
    <message>
        <source>Priority…</source>
        <translation>Prioridad…</translation>
    </message>
    <message>
        <source>Another office does this</source>
        <translation>Esto lo hace otra oficina</translation>
    </message>
    <message>
        <source>Other papers are needed</source>
        <translation>Hacen falta otros papeles</translation>
    </message>
    <message>
        <source>Closed, or nobody is there</source>
        <translation>Cerrado, o no hay nadie</translation>
    </message>
    <message>
        <source>Something else has to be done first</source>
        <translation>Antes hay que hacer otra cosa</translation>
    </message>
    <message>
        <source>Something else…</source>
        <translation>Otra cosa…</translation>
    </message>
    <message>
        <source>Called: {number}</source>
        <translation>Llamado: {number}</translation>
    </message>
    <message>
        <source>Called again: {number}</source>
        <translation>Llamado otra vez: {number}</translation>
    </message>
    <message>
        <source>{number} is being served</source>
        <translation>Se atiende a {number}</translation>
    </message>
    <message>
        <source>{number} is done</source>
        <translation>{number}: terminado</translation>
    </message>
    <message>
        <source>{number} is on hold; 7 goes on</source>
        <translation>{number} en pausa; 7 sigue</translation>
    </message>
    <message>
        <source>{number} goes on</source>
        <translation>Se sigue con {number}</translation>
    </message>
    <message>
        <source>{number} did not come; the slip lets them in again (+)</source>
        <translation>{number} no se presentó; con el volante se admite otra vez (+)</translation>
    </message>
    <message>
        <source>{number} has left; the slip lets them in again (+)</source>
        <translation>{number} se ha ido; con el volante se admite otra vez (+)</translation>
    </message>
    <message>
        <source>{number} is done here and waits for {office}</source>
        <translation>{number} ha terminado aquí y espera a {office}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>{number} was called at two counters; it stays with desk {desk}.</source>
        <translation>{number} se llamó en dos ventanillas; queda en el puesto {desk}.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Let in with a slip</source>
        <translation>Admitir con volante</translation>
    </message>
    <message>
        <source>Another office</source>
        <translation>Otra oficina</translation>
    </message>
</context>
<context>
    <name>QueueScreen</name>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Who is here</source>
        <translation>Quién está aquí</translation>
    </message>
    <message>
        <source>Enter does what comes next, digits do the rest</source>
        <translation>Intro hace lo que toca, las cifras lo demás</translation>
    </message>
    <message>
        <source>Another office (Ctrl+O)</source>
        <translation>Otra oficina (Ctrl+O)</translation>
    </message>
    <message>
        <source>Let in with a slip (+)</source>
        <translation>Admitir con volante (+)</translation>
    </message>
    <message>
        <source>A few letters of the office</source>
        <translation>Unas letras de la oficina</translation>
    </message>
    <message>
        <source>Nobody waits here. Who is given a slip with F3 appears by themselves.</source>
        <translation>Nadie espera aquí. Quien recibe un volante con F3 aparece solo.</translation>
    </message>
    <message>
        <source>There is no ticket in hand; 1 calls the next.</source>
        <translation>No hay turno elegido; 1 llama al siguiente.</translation>
    </message>
    <message>
        <source>Which number is on the slip?</source>
        <translation>¿Qué número lleva el volante?</translation>
    </message>
    <message>
        <source>{number} is back</source>
        <translation>{number} vuelve a estar aquí</translation>
    </message>
    <message>
        <source>{number} waits for {office}</source>
        <translation>{number} espera a {office}</translation>
    </message>
    <message>
        <source>{number} goes back to the desk</source>
        <translation>{number} vuelve al mostrador</translation>
    </message>
    <message>
        <source>The law here knows no priority</source>
        <translation>La ley de aquí no conoce prioridades</translation>
    </message>
    <message>
        <source>No priority</source>
        <translation>Sin prioridad</translation>
    </message>
    <message>
        <source>Which priority has {number}?</source>
        <translation>¿Qué prioridad tiene {number}?</translation>
    </message>
    <message>
        <source>Whose queue is it?</source>
        <translation>¿De qué oficina es la cola?</translation>
    </message>
    <message>
        <source>no priority</source>
        <translation>sin prioridad</translation>
    </message>
    <message>
        <source>{office} · waiting: {count}</source>
        <translation>{office} · en espera: {count}</translation>
    </message>
    <message>
        <source>{office} · waiting: {count}, longest {lasting}</source>
        <translation>{office} · en espera: {count}, el que más {lasting}</translation>
    </message>
</context>
<context>
    <name>ReasonPage</name>
    <message>
        <source>Send all the same</source>
        <translation>Enviar de todos modos</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>The reason is kept with the slip and counted. Its digit is enough.</source>
        <translation>El motivo queda con el volante y se cuenta. Basta su cifra.</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Volver (Esc)</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>The office was rung and will see them</source>
        <translation>Se llamó a la oficina y le atenderá</translation>
    </message>
    <message>
        <source>The office expects this visitor</source>
        <translation>La oficina espera a esta persona</translation>
    </message>
    <message>
        <source>It cannot wait</source>
        <translation>No puede esperar</translation>
    </message>
    <message>
        <source>The office takes the papers later</source>
        <translation>La oficina acepta los papeles más tarde</translation>
    </message>
    <message>
        <source>The visitor knows it and goes all the same</source>
        <translation>La persona lo sabe y va de todos modos</translation>
    </message>
</context>
<context>
    <name>RecordHistory</name>
    <message>
        <source>Choose an article, a complaint or another record first</source>
        <translation>Elija antes un artículo, una queja u otro registro</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Filter the list</source>
        <translation>Filtrar la lista</translation>
    </message>
    <message>
        <source>A few letters</source>
        <translation>Unas letras</translation>
    </message>
    <message>
        <source>Also what is out of &amp;use</source>
        <translation>También lo que está fuera de &amp;uso</translation>
    </message>
    <message>
        <source>New (Insert)</source>
        <translation>Nuevo (Insert)</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>Guardar (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>Desca&amp;rtar</translation>
    </message>
    <message>
        <source>Enter edits, Esc goes back; what is typed is kept</source>
        <translation>Intro edita, Esc vuelve; lo escrito se guarda</translation>
    </message>
    <message>
        <source>Head office sends these; what is changed here lasts until its next ones</source>
        <translation>Los envía la sede central; lo que se cambie aquí dura hasta su próximo envío</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>Fuera de uso</translation>
    </message>
    <message>
        <source>Go on with the new one (Insert)</source>
        <translation>Seguir con el nuevo (Insert)</translation>
    </message>
    <message>
        <source>Use again (Del)</source>
        <translation>Volver a usar (Supr)</translation>
    </message>
    <message>
        <source>Retire (Del)</source>
        <translation>Retirar (Supr)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>sin guardar</translation>
    </message>
    <message>
        <source>out of use</source>
        <translation>fuera de uso</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Guardado: {name}</translation>
    </message>
    <message>
        <source>Out of use: {name}</source>
        <translation>Retirado: {name}</translation>
    </message>
    <message>
        <source>In use again: {name}</source>
        <translation>De nuevo en uso: {name}</translation>
    </message>
</context>
<context>
    <name>Repeats</name>
    <message>
        <source>Will be joined (Ctrl+J)</source>
        <translation>Se unirá (Ctrl+J)</translation>
    </message>
    <message>
        <source>Join (Ctrl+J)</source>
        <translation>Unir (Ctrl+J)</translation>
    </message>
    <message>
        <source>1 alike</source>
        <translation>1 parecida</translation>
    </message>
    <message>
        <source>{count} alike, of {people} people</source>
        <translation>{count} parecidas, de {people} personas</translation>
    </message>
    <message>
        <source>same office</source>
        <translation>misma oficina</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde el {day}</translation>
    </message>
    <message>
        <source>{alike}; action pending with {owner}</source>
        <translation>{alike}; medida pendiente a cargo de {owner}</translation>
    </message>
    <message>
        <source>{alike}; cause: {cause}</source>
        <translation>{alike}; causa: {cause}</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>What each row would do</source>
        <translation>Qué haría cada fila</translation>
    </message>
    <message>
        <source>No row is like that. 1 shows all.</source>
        <translation>Ninguna fila está así. 1 las muestra todas.</translation>
    </message>
    <message>
        <source>What differs in this row</source>
        <translation>Qué difiere en esta fila</translation>
    </message>
    <message>
        <source>Nothing: it is new, the same, or refused.</source>
        <translation>Nada: es nueva, igual o rechazada.</translation>
    </message>
    <message>
        <source>&amp;Leave out what is refused (L)</source>
        <translation>&amp;Omitir lo rechazado (L)</translation>
    </message>
    <message>
        <source>Keep all that was edited here (Shift+K)</source>
        <translation>Conservar todo lo editado aquí (Mayús+K)</translation>
    </message>
    <message>
        <source>Overwrite all with the file&apos;s (Shift+O)</source>
        <translation>Reemplazar todo por lo del archivo (Mayús+O)</translation>
    </message>
    <message>
        <source>Nothing is written yet. This is what each row would do:</source>
        <translation>Todavía no se escribe nada. Esto haría cada fila:</translation>
    </message>
    <message>
        <source>Import (Ctrl+Enter)</source>
        <translation>Importar (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>All of it or nothing, and one key takes it back. Esc: the columns</source>
        <translation>Todo o nada, y una tecla lo deshace. Esc: las columnas</translation>
    </message>
    <message>
        <source>All rows or none: mend the refused ones in the file, or leave them out.</source>
        <translation>Todas las filas o ninguna: corrija las rechazadas en el archivo, u omítalas.</translation>
    </message>
    <message>
        <source>K keeps, O overwrites the row edited here; Enter turns it.</source>
        <translation>K conserva y O reemplaza la fila editada aquí; Intro la cambia.</translation>
    </message>
</context>
<context>
    <name>Rescue</name>
    <message>
        <source>The database cannot be opened</source>
        <translation>La base de datos no se puede abrir</translation>
    </message>
    <message>
        <source>Bring it back (Enter)</source>
        <translation>Recuperarla (Intro)</translation>
    </message>
    <message>
        <source>Another &amp;copy…</source>
        <translation>Otra &amp;copia…</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>The file of this desk is damaged, and no whole copy lies beside it. Choose a copy from a stick or from another disk.</source>
        <translation>El archivo de este puesto está dañado y no hay a su lado ninguna copia íntegra. Elija una copia de una memoria USB o de otro disco.</translation>
    </message>
    <message>
        <source>The file of this desk is damaged. The last whole copy is of {day}, {time}. What came after it is taken from the damaged file as far as it can be read, and from the next exchange; the rest is lost. The damaged file is kept.</source>
        <translation>El archivo de este puesto está dañado. La última copia íntegra es del {day}, {time}. Lo posterior se toma del archivo dañado hasta donde se pueda leer, y del próximo intercambio; el resto se pierde. El archivo dañado se guarda.</translation>
    </message>
    <message>
        <source>In the copy: {counts}</source>
        <translation>En la copia: {counts}</translation>
    </message>
    <message>
        <source>A copy of the database</source>
        <translation>Una copia de la base de datos</translation>
    </message>
</context>
<context>
    <name>RoutePanel</name>
    <message>
        <source>Route</source>
        <translation>Derivar</translation>
    </message>
    <message>
        <source>Give the number (Enter)</source>
        <translation>Dar el número (Intro)</translation>
    </message>
    <message>
        <source>Number for {when} (Enter)</source>
        <translation>Número para el {when} (Intro)</translation>
    </message>
    <message>
        <source>Print the papers still missing (Enter)</source>
        <translation>Imprimir los papeles que faltan (Intro)</translation>
    </message>
    <message>
        <source>Send all the same… (Enter)</source>
        <translation>Enviar de todos modos… (Intro)</translation>
    </message>
    <message>
        <source>{office} cannot take them now: {opening}</source>
        <translation>{office} no puede atender ahora: {opening}</translation>
    </message>
    <message>
        <source>Papers not ticked: {missing} of {total}</source>
        <translation>Papeles sin marcar: {missing} de {total}</translation>
    </message>
    <message>
        <source>Number {number}: {office}</source>
        <translation>Número {number}: {office}</translation>
    </message>
    <message>
        <source>Number {number} taken back</source>
        <translation>Número {number} anulado</translation>
    </message>
    <message>
        <source>Papers in: {language} (Ctrl+O)</source>
        <translation>Papeles en: {language} (Ctrl+O)</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>Not in force today</source>
        <translation>Hoy no está vigente</translation>
    </message>
    <message>
        <source>Search for this instead</source>
        <translation>Buscar esto en su lugar</translation>
    </message>
    <message>
        <source>Read lately</source>
        <translation>Leído hace poco</translation>
    </message>
    <message>
        <source>Asked this week</source>
        <translation>Preguntado esta semana</translation>
    </message>
    <message>
        <source>Asked {times} times this week</source>
        <translation>Preguntado {times} veces esta semana</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Complaint rules</source>
        <translation>Normas de quejas</translation>
    </message>
    <message>
        <source>No rules with these letters.</source>
        <translation>Ninguna norma con esas letras.</translation>
    </message>
    <message>
        <source>Copy (Insert)</source>
        <translation>Copiar (Insert)</translation>
    </message>
    <message>
        <source>&amp;Name of the office&apos;s own</source>
        <translation>&amp;Nombre de la versión propia</translation>
    </message>
    <message>
        <source>Shipped rules stay as they are: Insert copies them. ✓ marks those in force</source>
        <translation>Las que trae el programa no cambian: Insert las copia. ✓ marca las vigentes</translation>
    </message>
    <message>
        <source>&amp;Text of the rules</source>
        <translation>&amp;Texto de las normas</translation>
    </message>
    <message>
        <source>{number} working days</source>
        <translation>{number} días hábiles</translation>
    </message>
    <message>
        <source>{number} days</source>
        <translation>{number} días</translation>
    </message>
    <message>
        <source>{number} months</source>
        <translation>{number} meses</translation>
    </message>
    <message>
        <source>In force from now on: {name}</source>
        <translation>En vigor desde ahora: {name}</translation>
    </message>
</context>
<context>
    <name>SectionPane</name>
    <message>
        <source>Open the manual (Enter)</source>
        <translation>Abrir el manual (Intro)</translation>
    </message>
</context>
<context>
    <name>SendOn</name>
    <message>
        <source>Back to the desk</source>
        <translation>De vuelta al mostrador</translation>
    </message>
    <message>
        <source>Where should {number} have gone?</source>
        <translation>¿Adónde tenía que ir {number}?</translation>
    </message>
    <message>
        <source>Where does {number} go now?</source>
        <translation>¿Adónde va ahora {number}?</translation>
    </message>
    <message>
        <source>A few letters of the office</source>
        <translation>Unas letras de la oficina</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Atrás (Esc)</translation>
    </message>
    <message>
        <source>Send (Ctrl+Enter)</source>
        <translation>Enviar (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>&amp;What was wrong?</source>
        <translation>¿Qué &amp;estaba mal?</translation>
    </message>
    <message>
        <source>&amp;What the next office should know</source>
        <translation>Lo que debe &amp;saber la siguiente oficina</translation>
    </message>
    <message>
        <source>What the visitor told you, so that they need not tell it again</source>
        <translation>Lo que le contó la visita, para que no tenga que contarlo otra vez</translation>
    </message>
    <message>
        <source>Send on</source>
        <translation>Enviar a otra oficina</translation>
    </message>
    <message>
        <source>Why was it the wrong office?</source>
        <translation>¿Por qué era la oficina equivocada?</translation>
    </message>
    <message>
        <source>{refusal} Send all the same?</source>
        <translation>{refusal} ¿Enviar de todos modos?</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Services by office</source>
        <translation>Servicios por oficina</translation>
    </message>
    <message>
        <source>No office with these letters.</source>
        <translation>Ninguna oficina con esas letras.</translation>
    </message>
    <message>
        <source>&amp;Articles that it serves</source>
        <translation>&amp;Artículos que atiende</translation>
    </message>
</context>
<context>
    <name>ShapePage</name>
    <message>
        <source>What is “{column}”?</source>
        <translation>¿Qué es «{column}»?</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Clase</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>&amp;Hoja</translation>
    </message>
    <message>
        <source>Enter says what a column becomes, Del leaves it out.</source>
        <translation>Intro dice qué pasa a ser una columna, Supr la omite.</translation>
    </message>
    <message>
        <source>The first rows, as they would be here</source>
        <translation>Las primeras filas, como quedarían aquí</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Columnas del archivo</translation>
    </message>
    <message>
        <source>The tables of a package have their own names.</source>
        <translation>Las tablas de un paquete tienen sus propios nombres.</translation>
    </message>
    <message>
        <source>There are no rows.</source>
        <translation>No hay filas.</translation>
    </message>
    <message>
        <source>A few letters of the field</source>
        <translation>Unas letras del campo</translation>
    </message>
    <message>
        <source>Try it (Ctrl+Enter)</source>
        <translation>Probar (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>{file}</source>
        <translation>{file}</translation>
    </message>
    <message>
        <source>{file} · header in row {line}</source>
        <translation>{file} · encabezado en la fila {line}</translation>
    </message>
    <message>
        <source>columns as the last time</source>
        <translation>columnas como la última vez</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>The ticket in hand</source>
        <translation>El turno elegido</translation>
    </message>
    <message>
        <source>Nobody waits here now</source>
        <translation>Ahora no espera nadie aquí</translation>
    </message>
    <message>
        <source>Told already</source>
        <translation>Ya contado</translation>
    </message>
    <message>
        <source>{deed} (Enter)</source>
        <translation>{deed} (Intro)</translation>
    </message>
    <message>
        <source>in the house since {time}</source>
        <translation>en la casa desde las {time}</translation>
    </message>
    <message>
        <source>called in about {lasting}</source>
        <translation>se le llama en unos {lasting}</translation>
    </message>
    <message>
        <source>is called next</source>
        <translation>es quien sigue</translation>
    </message>
    <message>
        <source>further errands: {count}</source>
        <translation>más gestiones: {count}</translation>
    </message>
    <message>
        <source>No article “{name}” to link to</source>
        <translation>No hay artículo «{name}» que enlazar</translation>
    </message>
    <message>
        <source>As the desk shows it</source>
        <translation>Como lo muestra el mostrador</translation>
    </message>
    <message>
        <source>Here stands what you write. Begin with the title.</source>
        <translation>Aquí aparece lo que escribe. Empiece por el título.</translation>
    </message>
    <message>
        <source>What makes the text hard to reach</source>
        <translation>Lo que hace el texto difícil de alcanzar</translation>
    </message>
    <message>
        <source>Enter goes to the line</source>
        <translation>Enter va a la línea</translation>
    </message>
    <message>
        <source>Nothing stands in the way of a reader</source>
        <translation>Nada estorba a quien lee</translation>
    </message>
    <message>
        <source>To be mended: {count}</source>
        <translation>Por corregir: {count}</translation>
    </message>
    <message>
        <source>{words} words, {length} a sentence, {level} ({score})</source>
        <translation>{words} palabras, {length} por frase, {level} ({score})</translation>
    </message>
    <message>
        <source>The gap in hand</source>
        <translation>La laguna en curso</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>No falta nada</translation>
    </message>
    <message>
        <source>Asked in other words</source>
        <translation>También lo piden así</translation>
    </message>
    <message>
        <source>What the box finds today</source>
        <translation>Lo que se halla hoy al buscar</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Lo que se hizo</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde el {day}</translation>
    </message>
    <message>
        <source>desks: {count}</source>
        <translation>puestos: {count}</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Missed before: {before}, since: {after}. Found and chosen since: {chosen}.</source>
        <translation>Faltó antes: {before}; desde entonces: {after}. Hallado y elegido desde entonces: {chosen}.</translation>
    </message>
</context>
<context>
    <name>Sites</name>
    <message>
        <source>Branches</source>
        <translation>Sedes</translation>
    </message>
    <message>
        <source>No branch with these letters.</source>
        <translation>Ninguna sede con esas letras.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Country and region</source>
        <translation>&amp;País y región</translation>
    </message>
    <message>
        <source>ES or ES-AN: decides the public holidays and the terms</source>
        <translation>ES o ES-AN: decide los festivos y los plazos</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Huso horario</translation>
    </message>
    <message>
        <source>Empty: that of the capital. On screen from the next start</source>
        <translation>Vacío: el de la capital. En pantalla desde el próximo inicio</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>Nothing alike is known</source>
        <translation>No se conoce nada parecido</translation>
    </message>
    <message>
        <source>&amp;0  “{word}” is right: one of the house&apos;s words</source>
        <translation>&amp;0  «{word}» está bien: es palabra de la casa</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Nobody with these letters. Insert begins a new one.</source>
        <translation>Nadie con esas letras. Insert empieza una ficha nueva.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;What they do</source>
        <translation>&amp;Qué hace</translation>
    </message>
    <message>
        <source>&amp;Office</source>
        <translation>&amp;Oficina</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Teléfono</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>C&amp;orreo electrónico</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Código</translation>
    </message>
    <message>
        <source>&amp;Rung for</source>
        <translation>Se le &amp;llama para</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Import what the office has already</source>
        <translation>Importar lo que la oficina ya tiene</translation>
    </message>
    <message>
        <source>&amp;File or folder</source>
        <translation>&amp;Archivo o carpeta</translation>
    </message>
    <message>
        <source>Type or paste a path, or drop a file on the window</source>
        <translation>Escriba o pegue una ruta, o suelte un archivo en la ventana</translation>
    </message>
    <message>
        <source>Excel, ODS, CSV, Word, Markdown, HTML, JSON Lines, a folder of texts, an HSDS package. Nothing is written before you have seen what each row would do.</source>
        <translation>Excel, ODS, CSV, Word, Markdown, HTML, JSON Lines, una carpeta de textos, un paquete HSDS. No se escribe nada antes de que usted vea qué haría cada fila.</translation>
    </message>
    <message>
        <source>Choose a file (Ctrl+O)</source>
        <translation>Elegir un archivo (Ctrl+O)</translation>
    </message>
    <message>
        <source>Choose a folder (Ctrl+Shift+O)</source>
        <translation>Elegir una carpeta (Ctrl+Mayús+O)</translation>
    </message>
    <message>
        <source>Undo this import (Del)</source>
        <translation>Deshacer esta importación (Supr)</translation>
    </message>
    <message>
        <source>Imports there were</source>
        <translation>Importaciones anteriores</translation>
    </message>
    <message>
        <source>Nothing was imported yet. Ctrl+O chooses a file.</source>
        <translation>Todavía no se importó nada. Ctrl+O elige un archivo.</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>the office {office}</source>
        <translation>la oficina {office}</translation>
    </message>
    <message>
        <source>Put on record (Ctrl+Enter)</source>
        <translation>Registrar (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>Salir (Esc)</translation>
    </message>
    <message>
        <source>Name the office instead (Ctrl+R)</source>
        <translation>Nombrar a la oficina (Ctrl+R)</translation>
    </message>
</context>
<context>
    <name>StepsHere</name>
    <message>
        <source>Steps of articles here; Enter opens the article</source>
        <translation>Pasos de artículos que se hacen aquí; Intro abre el artículo</translation>
    </message>
    <message>
        <source>Steps of articles here</source>
        <translation>Pasos de artículos que se hacen aquí</translation>
    </message>
    <message>
        <source>{article}, step {number}: {text}</source>
        <translation>{article}, paso {number}: {text}</translation>
    </message>
</context>
<context>
    <name>StopLine</name>
    <message>
        <source>This office is not there any more</source>
        <translation>Esta oficina ya no está</translation>
    </message>
    <message>
        <source>Asks for: {papers}</source>
        <translation>Piden: {papers}</translation>
    </message>
    <message>
        <source>The one of this branch</source>
        <translation>La de esta sede</translation>
    </message>
    <message>
        <source>Of those that do this, it is open now</source>
        <translation>De las que lo hacen, está abierta ahora</translation>
    </message>
    <message>
        <source>Of those that do this, it opens first</source>
        <translation>De las que lo hacen, es la primera en abrir</translation>
    </message>
</context>
<context>
    <name>Strays</name>
    <message>
        <source>The office sent them on</source>
        <translation>La oficina los envió a otra</translation>
    </message>
    <message>
        <source>Sent a second time</source>
        <translation>Enviados dos veces</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Volvieron</translation>
    </message>
    <message>
        <source>another office does this</source>
        <translation>lo hace otra oficina</translation>
    </message>
    <message>
        <source>other papers were needed</source>
        <translation>hacían falta otros papeles</translation>
    </message>
    <message>
        <source>closed, or nobody there</source>
        <translation>cerrado, o no había nadie</translation>
    </message>
    <message>
        <source>something else had to be done first</source>
        <translation>antes había que hacer otra cosa</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>otra cosa</translation>
    </message>
    <message>
        <source>Wrong ways</source>
        <translation>Envíos errados</translation>
    </message>
    <message>
        <source>Of those sent</source>
        <translation>De enviados</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artículo</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Oficina</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Then to</source>
        <translation>Luego a</translation>
    </message>
</context>
<context>
    <name>StraysScreen</name>
    <message>
        <source>Articles that send people wrong</source>
        <translation>Artículos que envían mal</translation>
    </message>
    <message>
        <source>{name} · the last {days} days</source>
        <translation>{name} · los últimos {days} días</translation>
    </message>
    <message>
        <source>What happened with this article</source>
        <translation>Qué pasó con este artículo</translation>
    </message>
    <message>
        <source>Open the article (Enter)</source>
        <translation>Abrir el artículo (Intro)</translation>
    </message>
    <message>
        <source>Nobody was sent wrong. What F6 notes as a wrong office stands here.</source>
        <translation>No se envió mal a nadie. Aquí aparece lo que F6 anota como oficina equivocada.</translation>
    </message>
    <message>
        <source>Nothing: no article is chosen above.</source>
        <translation>Nada: arriba no hay ningún artículo elegido.</translation>
    </message>
</context>
<context>
    <name>SupportScreen</name>
    <message>
        <source>In the file</source>
        <translation>En el archivo</translation>
    </message>
    <message>
        <source>For support</source>
        <translation>Para soporte</translation>
    </message>
    <message>
        <source>This is all that the file will hold: no names, no phones, nothing of what was typed. Read it, save it, and send it to whoever looks after the program.</source>
        <translation>Esto es todo lo que tendrá el archivo: ni nombres, ni teléfonos, ni nada de lo escrito. Léalo, guárdelo y envíelo a quien cuida del programa.</translation>
    </message>
    <message>
        <source>Text of the chosen part</source>
        <translation>Texto de la parte elegida</translation>
    </message>
    <message>
        <source>Save as zip (Enter)</source>
        <translation>Guardar como zip (Intro)</translation>
    </message>
    <message>
        <source>Save as zip</source>
        <translation>Guardar como zip</translation>
    </message>
    <message>
        <source>Saved as {file}. Nothing was sent.</source>
        <translation>Guardado como {file}. No se ha enviado nada.</translation>
    </message>
</context>
<context>
    <name>Synonyms</name>
    <message>
        <source>Synonyms of the house</source>
        <translation>Sinónimos de la casa</translation>
    </message>
    <message>
        <source>No words of the house yet. Insert begins a line.</source>
        <translation>Aún no hay palabras de la casa. Insert empieza una línea.</translation>
    </message>
    <message>
        <source>&amp;Words that mean the same</source>
        <translation>&amp;Palabras que significan lo mismo</translation>
    </message>
    <message>
        <source>With commas: licence, permit. One way only: little blue paper &gt; parking permit</source>
        <translation>Con comas: licencia, permiso. En un solo sentido: papelito azul &gt; tarjeta de estacionamiento</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Letters and papers</source>
        <translation>Cartas y papeles</translation>
    </message>
    <message>
        <source>No text with these letters.</source>
        <translation>Ningún texto con esas letras.</translation>
    </message>
    <message>
        <source>Back to the shipped text (Del)</source>
        <translation>Volver al original (Supr)</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Texto</translation>
    </message>
    <message>
        <source>What stands in braces, like {folio}, is filled in by the program</source>
        <translation>Lo que va entre llaves, como {folio}, lo rellena el programa</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Volante</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Justificante</translation>
    </message>
    <message>
        <source>Leaflet</source>
        <translation>Hoja informativa</translation>
    </message>
    <message>
        <source>Official form</source>
        <translation>Hoja oficial</translation>
    </message>
    <message>
        <source>Answer letter</source>
        <translation>Carta de respuesta</translation>
    </message>
    <message>
        <source>Status letter</source>
        <translation>Carta de estado</translation>
    </message>
    <message>
        <source>Status letter: states</source>
        <translation>Carta de estado: estados</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>Expediente</translation>
    </message>
    <message>
        <source>Case file: steps</source>
        <translation>Expediente: pasos</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Código de recuperación</translation>
    </message>
    <message>
        <source>Register of complaints</source>
        <translation>Libro de reclamaciones</translation>
    </message>
    <message>
        <source>Shipped: {text}</source>
        <translation>Original: {text}</translation>
    </message>
    <message>
        <source>This is the shipped text</source>
        <translation>Este es el texto original</translation>
    </message>
    <message>
        <source>The shipped text is in use again</source>
        <translation>Vuelve a usarse el texto original</translation>
    </message>
    <message>
        <source>Ana Gil</source>
        <translation>Ana Gil</translation>
    </message>
    <message>
        <source>complaint</source>
        <translation>queja</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>By when</source>
        <translation>Para cuándo</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Prometido</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A quién</translation>
    </message>
    <message>
        <source>late: {when}</source>
        <translation>con retraso: {when}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Visitante</translation>
    </message>
    <message>
        <source>Asked about</source>
        <translation>Preguntó por</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>At an office</source>
        <translation>En una oficina</translation>
    </message>
    <message>
        <source>At the desk now</source>
        <translation>En el mostrador</translation>
    </message>
</context>
<context>
    <name>TodayScreen</name>
    <message>
        <source>Promises</source>
        <translation>Compromisos</translation>
    </message>
    <message>
        <source>At this desk · {day}</source>
        <translation>En este mostrador · {day}</translation>
    </message>
    <message>
        <source>No promise is open. F5 writes one down.</source>
        <translation>No hay compromisos pendientes. F5 anota uno.</translation>
    </message>
    <message>
        <source>Nobody has been here today. F2 goes to the desk.</source>
        <translation>Hoy no ha venido nadie. F2 va al mostrador.</translation>
    </message>
    <message>
        <source>Kept (Enter)</source>
        <translation>Cumplido (Intro)</translation>
    </message>
    <message>
        <source>Not kept (Del)</source>
        <translation>No cumplido (Supr)</translation>
    </message>
    <message>
        <source>Contacts of today</source>
        <translation>Atenciones de hoy</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Why was “{what}” not kept?</source>
        <translation>¿Por qué no se cumplió «{what}»?</translation>
    </message>
    <message>
        <source>Kept: {what}</source>
        <translation>Cumplido: {what}</translation>
    </message>
    <message>
        <source>Not kept: {what}</source>
        <translation>No cumplido: {what}</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>A visitor asks for the census. Type “empadronamiento”: the answer comes while you type.</source>
        <translation>Alguien pregunta por el padrón. Escriba «empadronamiento»: la respuesta llega mientras escribe.</translation>
    </message>
    <message>
        <source>What to say, what to bring, what it costs and who is open stand there. Send the visitor: F3, tick the papers with their digits, then Ctrl+Enter prints a slip.</source>
        <translation>Ahí está qué decir, qué traer, cuánto cuesta y quién está abierto. Envíe al visitante: F3, marque los papeles con sus cifras y Ctrl+Intro imprime un volante.</translation>
    </message>
    <message>
        <source>The visitor is angry about a bill. F4, write what they say in their words, Ctrl+Enter: the complaint has its folio.</source>
        <translation>El visitante está molesto por una factura. F4, escriba lo que dice con sus palabras y Ctrl+Intro: la queja ya tiene su folio.</translation>
    </message>
    <message>
        <source>You will ring them on Thursday. F5, “llamar por la factura”, Tab, “jueves”, Ctrl+Enter: the day will open on it.</source>
        <translation>Lo llamará el jueves. F5, «llamar por la factura», Tab, «jueves», Ctrl+Intro: el día se abrirá con ello.</translation>
    </message>
    <message>
        <source>A question without an answer: type “globos aerostáticos” and press F8, so that whoever keeps the articles knows what is missing.</source>
        <translation>Una pregunta sin respuesta: escriba «globos aerostáticos» y pulse F8, para que quien cuida los artículos sepa qué falta.</translation>
    </message>
    <message>
        <source>Esc goes back step by step and loses nothing. Press it until the box is empty.</source>
        <translation>Esc vuelve paso a paso y no pierde nada. Púlselo hasta que la caja quede vacía.</translation>
    </message>
    <message>
        <source>Leave (Shift+F1)</source>
        <translation>Salir (Mayús+F1)</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Recorrido</translation>
    </message>
    <message>
        <source>Tour · {step} of {all}</source>
        <translation>Recorrido · {step} de {all}</translation>
    </message>
    <message>
        <source>That is the desk. F1 has all keys; “Remove the demo office” among the commands begins your own.</source>
        <translation>Ese es el mostrador. F1 muestra todas las teclas; «Quitar la oficina de demostración», entre las órdenes, empieza la suya.</translation>
    </message>
</context>
<context>
    <name>TrailFilters</name>
    <message>
        <source>&amp;Words, folio, title</source>
        <translation>&amp;Palabras, folio, título</translation>
    </message>
    <message>
        <source>Wh&amp;o</source>
        <translation>&amp;Quién</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Registro</translation>
    </message>
    <message>
        <source>Fro&amp;m</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>Initials or name</source>
        <translation>Iniciales o nombre</translation>
    </message>
    <message>
        <source>21/11, Monday</source>
        <translation>21/11, lunes</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
</context>
<context>
    <name>UpdateScreen</name>
    <message>
        <source>Update the program</source>
        <translation>Actualizar el programa</translation>
    </message>
    <message>
        <source>Choose the update file (Enter)</source>
        <translation>Elegir el archivo de actualización (Intro)</translation>
    </message>
    <message>
        <source>Save the database and install</source>
        <translation>Guardar la base de datos e instalar</translation>
    </message>
    <message>
        <source>This is version {version}. A new one comes as one signed file; the database is copied before, and the way back is kept.</source>
        <translation>Esta es la versión {version}. Una nueva llega como un archivo firmado; antes se copia la base de datos y se conserva el camino de vuelta.</translation>
    </message>
    <message>
        <source>Version {version} is signed and fits this computer.</source>
        <translation>La versión {version} está firmada y sirve para este equipo.</translation>
    </message>
    <message>
        <source>Copying the database…</source>
        <translation>Copiando la base de datos…</translation>
    </message>
    <message>
        <source>The installer has started; close Frontdesk when it asks.</source>
        <translation>El instalador se ha abierto; cierre Frontdesk cuando lo pida.</translation>
    </message>
    <message>
        <source>Open {file} to install it.</source>
        <translation>Abra {file} para instalarlo.</translation>
    </message>
</context>
<context>
    <name>Veil</name>
    <message>
        <source>Hidden · F12</source>
        <translation>Oculto · F12</translation>
    </message>
</context>
<context>
    <name>Visitor</name>
    <message>
        <source>Ring back: {asked}</source>
        <translation>Llamar de vuelta: {asked}</translation>
    </message>
    <message>
        <source>Nobody is at the desk</source>
        <translation>No hay nadie en el mostrador</translation>
    </message>
    <message>
        <source>Left unhappy; {what}: {when}. Ctrl+T shows it.</source>
        <translation>Se va descontento; {what}: {when}. Ctrl+T lo muestra.</translation>
    </message>
</context>
<context>
    <name>VisitorStrip</name>
    <message>
        <source>Name (if they say it)</source>
        <translation>Nombre (si lo dice)</translation>
    </message>
    <message>
        <source>Visitor&apos;s name</source>
        <translation>Nombre del visitante</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Leaves unhappy</source>
        <translation>Se va descontento</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter</source>
        <translation>Ctrl+Mayús+Intro</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Visitante</translation>
    </message>
    <message>
        <source>{name} is signed in; change user (Ctrl+U)</source>
        <translation>Ha entrado {name}; cambiar de usuario (Ctrl+U)</translation>
    </message>
    <message>
        <source>Next visitor: the record opens by itself</source>
        <translation>Siguiente visitante: el registro se abre solo</translation>
    </message>
    <message>
        <source>since {time} · {lasting}</source>
        <translation>desde las {time} · {lasting}</translation>
    </message>
</context>
<context>
    <name>VisitorView</name>
    <message>
        <source>For you</source>
        <translation>Para usted</translation>
    </message>
    <message>
        <source>Take it along</source>
        <translation>Lléveselo</translation>
    </message>
</context>
<context>
    <name>WayPage</name>
    <message>
        <source>Route</source>
        <translation>Derivar</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>What the desk may settle itself</source>
        <translation>Lo que el mostrador puede resolver</translation>
    </message>
    <message>
        <source>Which papers are there? Their number ticks them, 0 all of them</source>
        <translation>¿Qué papeles trae? Su número los marca, 0 los marca todos</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papeles</translation>
    </message>
    <message>
        <source>A digit ticks a paper, 0 all of them, Space the current one</source>
        <translation>Una cifra marca un papel, 0 todos, Espacio el actual</translation>
    </message>
    <message>
        <source>Send all the same… (Ctrl+R)</source>
        <translation>Enviar de todos modos… (Ctrl+R)</translation>
    </message>
</context>
<context>
    <name>WeekHours</name>
    <message>
        <source>Mon-Fri 9:00 to 14:00, Sat 10-13</source>
        <translation>L-V 9:00 a 14:00, sáb. 10-13</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Festivos</translation>
    </message>
    <message>
        <source>Hours not known: nobody is sent without a reason</source>
        <translation>Horario desconocido: no se envía a nadie sin un motivo</translation>
    </message>
    <message>
        <source>Not understood yet: {text}</source>
        <translation>Aún no se entiende: {text}</translation>
    </message>
    <message>
        <source>This can mean two things: {text}</source>
        <translation>Esto puede significar dos cosas: {text}</translation>
    </message>
    <message>
        <source>To be checked: {hours}</source>
        <translation>Por comprobar: {hours}</translation>
    </message>
    <message>
        <source>{hours}
More than a week can show: edit the line</source>
        <translation>{hours}
Más de lo que muestra una semana: edite la línea</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Open until {time}</source>
        <translation>Abierto hasta las {time}</translation>
    </message>
    <message>
        <source>Nobody is let in any more</source>
        <translation>Ya no se admite a nadie</translation>
    </message>
    <message>
        <source>Opens today {time}</source>
        <translation>Abre hoy a las {time}</translation>
    </message>
    <message>
        <source>Opens tomorrow {time}</source>
        <translation>Abre mañana a las {time}</translation>
    </message>
    <message>
        <source>Opens {weekday} {time}</source>
        <translation>Abre el {weekday} a las {time}</translation>
    </message>
    <message>
        <source>Opens {day} {time}</source>
        <translation>Abre el {day} a las {time}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Hours not known</source>
        <translation>Horario desconocido</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Trámite</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Norma</translation>
    </message>
    <message>
        <source>How to treat</source>
        <translation>Cómo tratar</translation>
    </message>
    <message>
        <source>News</source>
        <translation>Novedad</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Oficina</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Queja</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Volante</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondido</translation>
    </message>
    <message>
        <source>Sent to an office</source>
        <translation>Enviado a una oficina</translation>
    </message>
    <message>
        <source>Complaint filed</source>
        <translation>Queja registrada</translation>
    </message>
    <message>
        <source>Promise made</source>
        <translation>Promesa hecha</translation>
    </message>
    <message>
        <source>Left unhappy</source>
        <translation>Se fue descontento</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>holidays</source>
        <translation>festivos</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>News · from {day}</source>
        <translation>Novedad · a partir del {day}</translation>
    </message>
    <message>
        <source>News · since {day}</source>
        <translation>Novedad · desde el {day}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
</context>
</TS>
