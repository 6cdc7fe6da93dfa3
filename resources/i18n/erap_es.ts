<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en_US">
<context>
    <name>ActionSections</name>
    <message>
        <source>Go to</source>
        <translation>Ir a</translation>
    </message>
    <message>
        <source>This case</source>
        <translation>Este caso</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Contested work</source>
        <translation>Trabajo en disputa</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Configuration and fleet</source>
        <translation>Configuración y equipos portátiles</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Decide this case</source>
        <translation>Decidir este caso</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Correct a fact</source>
        <translation>Corregir un dato</translation>
    </message>
    <message>
        <source>Tick off the checklist</source>
        <translation>Marcar la lista de control</translation>
    </message>
    <message>
        <source>Ask the applicant for information</source>
        <translation>Pedir información al solicitante</translation>
    </message>
    <message>
        <source>Recommend an outcome</source>
        <translation>Recomendar un resultado</translation>
    </message>
    <message>
        <source>Close at the applicant&apos;s request</source>
        <translation>Cerrar a petición del solicitante</translation>
    </message>
    <message>
        <source>Go to the next section</source>
        <translation>Ir a la sección siguiente</translation>
    </message>
    <message>
        <source>Go to the previous section</source>
        <translation>Ir a la sección anterior</translation>
    </message>
    <message>
        <source>Keep on this laptop, or no longer</source>
        <translation>Conservar en esta computadora, o dejar de hacerlo</translation>
    </message>
    <message>
        <source>Search this list</source>
        <translation>Buscar en esta lista</translation>
    </message>
    <message>
        <source>Show or hide key facts</source>
        <translation>Mostrar u ocultar los datos clave</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Quitar búsqueda y filtros</translation>
    </message>
    <message>
        <source>Go to my queue</source>
        <translation>Ir a mi lista</translation>
    </message>
    <message>
        <source>Go to the open case</source>
        <translation>Ir al caso abierto</translation>
    </message>
    <message>
        <source>Go to the sync center</source>
        <translation>Ir al centro de sincronización</translation>
    </message>
    <message>
        <source>Go to the team</source>
        <translation>Ir al equipo</translation>
    </message>
    <message>
        <source>Go to configuration</source>
        <translation>Ir a la configuración</translation>
    </message>
    <message>
        <source>Go to the fleet</source>
        <translation>Ir a las computadoras</translation>
    </message>
    <message>
        <source>Go to contested work</source>
        <translation>Ir al trabajo en disputa</translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation>Claro u oscuro según el sistema</translation>
    </message>
    <message>
        <source>Light colors</source>
        <translation>Colores claros</translation>
    </message>
    <message>
        <source>Choose the first side</source>
        <translation>Elegir el primer lado</translation>
    </message>
    <message>
        <source>Choose the second side</source>
        <translation>Elegir el segundo lado</translation>
    </message>
    <message>
        <source>Choose the third side</source>
        <translation>Elegir el tercer lado</translation>
    </message>
    <message>
        <source>Choose what to decide</source>
        <translation>Elegir qué decidir</translation>
    </message>
    <message>
        <source>Choose whom to move the cases to</source>
        <translation>Elegir a quién pasar los casos</translation>
    </message>
    <message>
        <source>Confirm the choice</source>
        <translation>Confirmar la elección</translation>
    </message>
    <message>
        <source>Dark colors</source>
        <translation>Colores oscuros</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English (inglés)</translation>
    </message>
    <message>
        <source>Español (Spanish)</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Leave it for later</source>
        <translation>Dejarlo para después</translation>
    </message>
    <message>
        <source>Move the selected cases</source>
        <translation>Pasar los casos seleccionados</translation>
    </message>
    <message>
        <source>New application</source>
        <translation>Nueva solicitud</translation>
    </message>
    <message>
        <source>Push these settings to laptops</source>
        <translation>Enviar estos ajustes a las computadoras</translation>
    </message>
    <message>
        <source>Save the decision that is shown</source>
        <translation>Guardar la decisión que se muestra</translation>
    </message>
    <message>
        <source>Show the laptops</source>
        <translation>Mostrar las computadoras</translation>
    </message>
    <message>
        <source>Show the settings</source>
        <translation>Mostrar los ajustes</translation>
    </message>
    <message>
        <source>Single-letter keys in lists</source>
        <translation>Teclas de una letra en las listas</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Normal size of text</source>
        <translation>Tamaño normal del texto</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Take back the answer that waits</source>
        <translation>Retirar la respuesta que espera</translation>
    </message>
    <message>
        <source>Take back the last move</source>
        <translation>Retirar el último traslado</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Trabajar sin conexión</translation>
    </message>
    <message>
        <source>Search cases and commands</source>
        <translation>Buscar casos y acciones</translation>
    </message>
    <message>
        <source>Show keyboard shortcuts</source>
        <translation>Mostrar atajos de teclado</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Abrir el menú</translation>
    </message>
    <message>
        <source>Go to the next part of the window</source>
        <translation>Ir a la parte siguiente de la ventana</translation>
    </message>
    <message>
        <source>Go to the previous part of the window</source>
        <translation>Ir a la parte anterior de la ventana</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Narrow or widen the side bar</source>
        <translation>Estrechar o ensanchar la barra lateral</translation>
    </message>
    <message>
        <source>Take back the change that waits</source>
        <translation>Retirar el cambio que espera</translation>
    </message>
    <message>
        <source>Note that I have seen this</source>
        <translation>Anotar que lo he visto</translation>
    </message>
    <message>
        <source>Copy details for support</source>
        <translation>Copiar datos para soporte</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>Understood</source>
        <translation>Entendido</translation>
    </message>
    <message>
        <source>Show the case as it is now</source>
        <translation>Mostrar el caso como está ahora</translation>
    </message>
    <message>
        <source>The case changed: look again.</source>
        <translation>El caso cambió: revíselo otra vez.</translation>
    </message>
    <message>
        <source>A sync brought a change that somebody else made. What you typed is still here.</source>
        <translation>La sincronización trajo un cambio de otra persona. Lo que usted escribió sigue aquí.</translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Choose a side first</source>
        <translation>Primero elija un lado</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Leave it open and go to the next one (L)</source>
        <translation>Dejarlo abierto y pasar al siguiente (L)</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirarlo</translation>
    </message>
    <message>
        <source>Why (it goes on the record of the case)</source>
        <translation>Por qué (queda en el expediente del caso)</translation>
    </message>
</context>
<context>
    <name>ApplicationPanel</name>
    <message>
        <source>Applicant&apos;s name</source>
        <translation>Nombre del solicitante</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Choose the county of the home.</source>
        <translation>Elija el condado de la vivienda.</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Condado</translation>
    </message>
    <message>
        <source>Landlord, if known</source>
        <translation>Arrendador, si se conoce</translation>
    </message>
    <message>
        <source>New application</source>
        <translation>Nueva solicitud</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Phone, if there is one</source>
        <translation>Teléfono, si lo hay</translation>
    </message>
    <message>
        <source>Rent a month, if known</source>
        <translation>Alquiler mensual, si se conoce</translation>
    </message>
    <message>
        <source>Save the application</source>
        <translation>Guardar la solicitud</translation>
    </message>
    <message>
        <source>This can&apos;t be read. Type an amount such as 1,234.50.</source>
        <translation>No se puede leer. Escriba una cantidad como 1,234.50.</translation>
    </message>
    <message>
        <source>This needs no network. The office gives the number with the next sync.</source>
        <translation>No necesita red. La oficina asigna el número en la próxima sincronización.</translation>
    </message>
    <message>
        <source>Type the name, as the person gives it.</source>
        <translation>Escriba el nombre tal como lo da la persona.</translation>
    </message>
</context>
<context>
    <name>Applying</name>
    <message>
        <source>Application saved on this laptop.</source>
        <translation>Solicitud guardada en esta computadora.</translation>
    </message>
</context>
<context>
    <name>AudiencePicker</name>
    <message>
        <source>Chosen offices or people</source>
        <translation>Oficinas o personas elegidas</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>Oficinas</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
</context>
<context>
    <name>AwardEditor</name>
    <message numerus="yes">
        <source>%n lines of the award, together {amount}.</source>
        <translation>
            <numerusform>%n línea de la ayuda, en total {amount}.</numerusform>
            <numerusform>%n líneas de la ayuda, en total {amount}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months of help are left after this award.</source>
        <translation>
            <numerusform>Después de esta ayuda queda %n mes.</numerusform>
            <numerusform>Después de esta ayuda quedan %n meses.</numerusform>
        </translation>
    </message>
    <message>
        <source>Amount for {what}</source>
        <translation>Cantidad para {what}</translation>
    </message>
    <message>
        <source>An amount can&apos;t be read. Type it as 1,234.50.</source>
        <translation>Una cantidad no se puede leer. Escríbala como 1,234.50.</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>How many months were paid before is not yet known, so the cap is not either.</source>
        <translation>Aún no se sabe cuántos meses se pagaron antes, así que tampoco cuántos quedan.</translation>
    </message>
    <message>
        <source>Nothing that was asked for can be paid under this program.</source>
        <translation>Este programa no puede pagar nada de lo que se solicitó.</translation>
    </message>
    <message>
        <source>Total {amount}</source>
        <translation>Total {amount}</translation>
    </message>
    <message>
        <source>the tenant</source>
        <translation>el inquilino</translation>
    </message>
    <message>
        <source>{expense}, to {name}</source>
        <translation>{expense}, a {name}</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Hide this message</source>
        <translation>Ocultar este mensaje</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>someone else</source>
        <translation>otra persona</translation>
    </message>
    <message>
        <source>This case is now with {name}.</source>
        <translation>Este caso lo tiene ahora {name}.</translation>
    </message>
    <message>
        <source>A supervisor looks whether some of it has to come back.</source>
        <translation>Un supervisor comprueba si debe devolverse una parte.</translation>
    </message>
    <message>
        <source>It stays here to be read. What you did before was sent with it.</source>
        <translation>Aquí solo se puede leer. Lo que usted hizo antes se envió con él.</translation>
    </message>
    <message>
        <source>Money had been paid before another decision came.</source>
        <translation>Se había pagado dinero antes de que llegara otra decisión.</translation>
    </message>
    <message>
        <source>Notes and papers that are added here go there too. Nothing else can be changed.</source>
        <translation>Las notas y los documentos que se añadan aquí también pasan allí. No se puede cambiar nada más.</translation>
    </message>
    <message>
        <source>Show them side by side</source>
        <translation>Mostrarlas lado a lado</translation>
    </message>
    <message numerus="yes">
        <source>%n decisions contradict each other.</source>
        <translation>
            <numerusform>%n decisión contradice a otra.</numerusform>
            <numerusform>%n decisiones se contradicen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is paid until a supervisor has chosen.</source>
        <translation>No se paga nada hasta que decida un supervisor.</translation>
    </message>
    <message numerus="yes">
        <source>%n things wait for a person.</source>
        <translation>
            <numerusform>%n asunto espera a una persona.</numerusform>
            <numerusform>%n asuntos esperan a una persona.</numerusform>
        </translation>
    </message>
    <message>
        <source>Approval of {amount}</source>
        <translation>Aprobación de {amount}</translation>
    </message>
    <message>
        <source>This application goes on as another case.</source>
        <translation>Esta solicitud continúa como otro caso.</translation>
    </message>
    <message>
        <source>{what} by {name}, {time}. {state}.</source>
        <translation>{what} por {name}, {time}. {state}.</translation>
    </message>
    <message>
        <source>The office holds a change of yours until somebody decides.</source>
        <translation>La oficina retiene un cambio suyo hasta que alguien decida.</translation>
    </message>
</context>
<context>
    <name>CaseFileScreen</name>
    <message>
        <source>Case {number}</source>
        <translation>Caso {number}</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>No hay ningún caso abierto.</translation>
    </message>
    <message>
        <source>Choose one in your queue; it is shown here from every angle.</source>
        <translation>Elija uno en su lista; aquí se muestra por todos lados.</translation>
    </message>
</context>
<context>
    <name>CaseFinder</name>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>Submitted</source>
        <translation>Presentado</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Sin empezar</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>En revisión</translation>
    </message>
    <message>
        <source>Waiting on applicant</source>
        <translation>Espera al solicitante</translation>
    </message>
    <message>
        <source>Second review</source>
        <translation>Segunda revisión</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Denegado</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Two decisions</source>
        <translation>Dos decisiones</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Amount</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Check and decide</source>
        <translation>Revisar y decidir</translation>
    </message>
    <message>
        <source>Check and decide: {act}</source>
        <translation>Revisar y decidir: {act}</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Intro</translation>
    </message>
    <message>
        <source>Expense</source>
        <translation>Gasto</translation>
    </message>
    <message>
        <source>It is saved on this laptop and counts once the office has received it.</source>
        <translation>Se guarda en esta computadora y vale cuando la oficina la haya recibido.</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Summary of the decision</source>
        <translation>Resumen de la decisión</translation>
    </message>
    <message>
        <source>To be paid to</source>
        <translation>Se pagará a</translation>
    </message>
    <message>
        <source>You may say this at the table</source>
        <translation>Esto lo puede decir en la mesa</translation>
    </message>
</context>
<context>
    <name>ChecklistSection</name>
    <message>
        <source>Checklist</source>
        <translation>Lista de control</translation>
    </message>
    <message>
        <source>The checklist comes with the rules of the program. Sync once to get it.</source>
        <translation>La lista viene con las reglas del programa. Sincronice una vez para recibirla.</translation>
    </message>
    <message>
        <source>{name}, {time}</source>
        <translation>{name}, {time}</translation>
    </message>
    <message>
        <source>unticked by {name}, {time}</source>
        <translation>desmarcado por {name}, {time}</translation>
    </message>
</context>
<context>
    <name>ChoicePanel</name>
    <message>
        <source>Approve</source>
        <translation>Aprobar</translation>
    </message>
    <message>
        <source>Ask the applicant for information</source>
        <translation>Pedir información al solicitante</translation>
    </message>
    <message>
        <source>Check the decision</source>
        <translation>Revisar la decisión</translation>
    </message>
    <message>
        <source>Close at the applicant&apos;s request</source>
        <translation>Cerrar a petición del solicitante</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Negar</translation>
    </message>
    <message>
        <source>It is sent as you write it.</source>
        <translation>Se envía tal como usted lo escribe.</translation>
    </message>
    <message>
        <source>Message to the applicant</source>
        <translation>Mensaje al solicitante</translation>
    </message>
    <message>
        <source>Needed: the worksheet does not meet every test by itself.</source>
        <translation>Necesario: la hoja no cumple por sí sola todas las pruebas.</translation>
    </message>
    <message>
        <source>Reasons for the denial</source>
        <translation>Motivos de la negativa</translation>
    </message>
    <message>
        <source>Recommend to a supervisor</source>
        <translation>Recomendar a un supervisor</translation>
    </message>
    <message>
        <source>To approve the award as it stands</source>
        <translation>Aprobar la ayuda tal como está</translation>
    </message>
    <message>
        <source>To deny, for these reasons</source>
        <translation>Negar, por estos motivos</translation>
    </message>
    <message>
        <source>What do you recommend?</source>
        <translation>¿Qué recomienda?</translation>
    </message>
    <message>
        <source>What is needed</source>
        <translation>Qué se necesita</translation>
    </message>
    <message>
        <source>Why you decide this way</source>
        <translation>Por qué decide así</translation>
    </message>
</context>
<context>
    <name>CodeList</name>
    <message>
        <source>Can&apos;t be used while information is missing.</source>
        <translation>No se puede usar mientras falte información.</translation>
    </message>
    <message>
        <source>For supervisors.</source>
        <translation>Para supervisores.</translation>
    </message>
    <message>
        <source>Needs a written reason.</source>
        <translation>Necesita un motivo por escrito.</translation>
    </message>
    <message>
        <source>Other reasons</source>
        <translation>Otros motivos</translation>
    </message>
    <message>
        <source>The worksheet bears this out.</source>
        <translation>La hoja lo confirma.</translation>
    </message>
    <message>
        <source>The worksheet says otherwise; needs a written reason.</source>
        <translation>La hoja dice otra cosa; necesita un motivo por escrito.</translation>
    </message>
</context>
<context>
    <name>Configuration</name>
    <message numerus="yes">
        <source>%Ln seconds</source>
        <translation>
            <numerusform>%Ln segundo</numerusform>
            <numerusform>%Ln segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>A change made on a laptop goes out at once, except as set below.</source>
        <translation>Un cambio hecho en una computadora se envía enseguida, salvo lo fijado abajo.</translation>
    </message>
    <message>
        <source>By the laptop’s clock. Nothing is synced by itself then; Sync now always works. Twice the same time: never.</source>
        <translation>Según el reloj de la computadora. Entonces nada se sincroniza por sí solo; Sincronizar ahora siempre funciona. Dos veces la misma hora: nunca.</translation>
    </message>
    <message>
        <source>Cases a laptop brings</source>
        <translation>Casos que trae una computadora</translation>
    </message>
    <message>
        <source>Check with the office every</source>
        <translation>Consultar a la oficina cada</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Confirmed at</source>
        <translation>Confirmado el</translation>
    </message>
    <message>
        <source>Each must be larger than the one before, from {low} to {high} days.</source>
        <translation>Cada uno debe ser mayor que el anterior, de {low} a {high} días.</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>Registrada</translation>
    </message>
    <message>
        <source>For all documents together.</source>
        <translation>Para todos los documentos juntos.</translation>
    </message>
    <message>
        <source>In days since the last contact: warn, read only, locked, sealed. Nothing is ever deleted.</source>
        <translation>En días desde el último contacto: aviso, solo lectura, bloqueada, sellada. Nunca se borra nada.</translation>
    </message>
    <message>
        <source>It must be between {low} and {high}.</source>
        <translation>Debe estar entre {low} y {high}.</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Larger ones are brought when somebody asks for them.</source>
        <translation>Los mayores se traen cuando alguien los pide.</translation>
    </message>
    <message>
        <source>Largest document brought by itself</source>
        <translation>Mayor documento que se trae solo</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Último contacto</translation>
    </message>
    <message>
        <source>Lock when nobody works for</source>
        <translation>Bloquear si nadie trabaja durante</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>On a metered line</source>
        <translation>En una conexión de pago por uso</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horas de silencio</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Room for documents on a laptop</source>
        <translation>Espacio para documentos</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Standard settings</source>
        <translation>Ajustes estándar</translation>
    </message>
    <message>
        <source>Sync as usual</source>
        <translation>Sincronizar como siempre</translation>
    </message>
    <message>
        <source>Sync only by hand</source>
        <translation>Sincronizar solo a mano</translation>
    </message>
    <message>
        <source>Sync when a change waits</source>
        <translation>Sincronizar cuando espera un cambio</translation>
    </message>
    <message>
        <source>The office reports a contact when a laptop confirms settings or sends work.</source>
        <translation>La oficina informa de un contacto cuando una computadora confirma ajustes o envía trabajo.</translation>
    </message>
    <message>
        <source>Waiting for laptop</source>
        <translation>Espera respuesta</translation>
    </message>
    <message>
        <source>What was typed stays as it is.</source>
        <translation>Lo escrito se conserva tal como está.</translation>
    </message>
    <message>
        <source>Where the system says, or the person, that the network costs money.</source>
        <translation>Cuando el sistema o la persona dice que la red cuesta dinero.</translation>
    </message>
    <message>
        <source>With nothing ticked, a laptop brings all cases of its caseworker.</source>
        <translation>Sin nada marcado, una computadora trae todos los casos de su trabajador.</translation>
    </message>
    <message>
        <source>Working without the office</source>
        <translation>Trabajar sin la oficina</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>sin informar</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin} a {end}</translation>
    </message>
    <message>
        <source>{laptop}: {state}, settings {sent} sent, {confirmed} confirmed</source>
        <translation>{laptop}: {state}, ajustes {sent} enviados, {confirmed} confirmados</translation>
    </message>
    <message>
        <source>{list} days</source>
        <translation>{list} días</translation>
    </message>
    <message>
        <source>{person}, laptop {n}</source>
        <translation>{person}, computadora {n}</translation>
    </message>
</context>
<context>
    <name>ConfigurationScreen</name>
    <message numerus="yes">
        <source>%Ln changes of settings are not at the office yet</source>
        <translation>
            <numerusform>%Ln cambio de ajustes aún no está en la oficina</numerusform>
            <numerusform>%Ln cambios de ajustes aún no están en la oficina</numerusform>
        </translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>Computadoras</translation>
    </message>
    <message>
        <source>Nothing can be pushed yet: tick a setting and choose an audience.</source>
        <translation>Aún no se puede enviar nada: marque un ajuste y elija para quién.</translation>
    </message>
    <message>
        <source>Parts of the configuration</source>
        <translation>Partes de la configuración</translation>
    </message>
    <message>
        <source>Saved on this laptop. They go out with the next sync and reach laptops with theirs.</source>
        <translation>Guardado en esta computadora. Sale con la próxima sincronización y llega a las demás con la suya.</translation>
    </message>
    <message>
        <source>Saved on this laptop; it goes out with the next sync.</source>
        <translation>Guardado en esta computadora; sale con la próxima sincronización.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Tick what is to change. Settings that are not ticked stay as they are on each laptop.</source>
        <translation>Marque lo que debe cambiar. Los ajustes sin marcar quedan como están en cada computadora.</translation>
    </message>
    <message>
        <source>as of {time}</source>
        <translation>a las {time}</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %Ln laptops have confirmed their settings</source>
        <translation>
            <numerusform>{done} de %Ln computadora ha confirmado sus ajustes</numerusform>
            <numerusform>{done} de %Ln computadoras han confirmado sus ajustes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Sections of the case</source>
        <translation>Secciones del caso</translation>
    </message>
    <message>
        <source>Case file</source>
        <translation>Expediente</translation>
    </message>
</context>
<context>
    <name>Contested</name>
    <message>
        <source>Adopt {who}: {what}</source>
        <translation>Adoptar de {who}: {what}</translation>
    </message>
    <message>
        <source>Answered here</source>
        <translation>Respondido aquí</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Solicitante</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Caseworker</source>
        <translation>Trabajador</translation>
    </message>
    <message>
        <source>Choose a side first</source>
        <translation>Primero elija un lado</translation>
    </message>
    <message>
        <source>Choose a side to see what would happen. Nothing changes until you confirm.</source>
        <translation>Elija un lado para ver qué pasaría. Nada cambia hasta que confirme.</translation>
    </message>
    <message>
        <source>Closed at the applicant’s request</source>
        <translation>Cerrado a petición del solicitante</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Denegado</translation>
    </message>
    <message>
        <source>Facts changed</source>
        <translation>Datos cambiados</translation>
    </message>
    <message>
        <source>Keep {who}: {what}</source>
        <translation>Conservar de {who}: {what}</translation>
    </message>
    <message>
        <source>Late correction</source>
        <translation>Corrección tardía</translation>
    </message>
    <message>
        <source>Late decision</source>
        <translation>Decisión tardía</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <source>Made under the same rules ({rules}) and income limits ({year}).</source>
        <translation>Tomadas con las mismas reglas ({rules}) y límites de ingresos ({year}).</translation>
    </message>
    <message>
        <source>Made under the same rules ({rules}).</source>
        <translation>Tomadas con las mismas reglas ({rules}).</translation>
    </message>
    <message>
        <source>Move the case to {what}</source>
        <translation>Pasar el caso a {what}</translation>
    </message>
    <message>
        <source>Moved twice</source>
        <translation>Pasado dos veces</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>Sin decidir</translation>
    </message>
    <message>
        <source>Nothing changes on the case. What was set aside stays on record as declined.</source>
        <translation>Nada cambia en el caso. Lo apartado queda registrado como rechazado.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
    <message>
        <source>Rules used</source>
        <translation>Reglas usadas</translation>
    </message>
    <message>
        <source>Second value</source>
        <translation>Segundo valor</translation>
    </message>
    <message>
        <source>Somebody else had changed the same fact before {who} did. The first value stands unless this one is adopted.</source>
        <translation>Otra persona había cambiado el mismo dato antes que {who}. Vale el primer valor salvo que se adopte este.</translation>
    </message>
    <message>
        <source>The case becomes approved: {amount}.</source>
        <translation>El caso queda aprobado: {amount}.</translation>
    </message>
    <message>
        <source>The case becomes closed.</source>
        <translation>El caso queda cerrado.</translation>
    </message>
    <message>
        <source>The case becomes denied.</source>
        <translation>El caso queda denegado.</translation>
    </message>
    <message>
        <source>The case moves to {who}’s laptop.</source>
        <translation>El caso pasa a la computadora de {who}.</translation>
    </message>
    <message>
        <source>The hold on payment and letters ends. The other decision stays on record as declined.</source>
        <translation>Pagos y cartas dejan de estar detenidos. La otra decisión queda registrada como rechazada.</translation>
    </message>
    <message>
        <source>This case was decided more than once, and differently. Payment and letters are on hold until a supervisor chooses. No decision is lost.</source>
        <translation>Este caso se decidió más de una vez y de forma distinta. El pago y las cartas están detenidos hasta que un supervisor elija. Ninguna decisión se pierde.</translation>
    </message>
    <message>
        <source>Two decisions</source>
        <translation>Dos decisiones</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Written reason</source>
        <translation>Motivo escrito</translation>
    </message>
    <message>
        <source>You adopt it as your own decision, made on the facts as they are now.</source>
        <translation>Usted la adopta como decisión propia, tomada con los datos de ahora.</translation>
    </message>
    <message>
        <source>approval of {amount}</source>
        <translation>aprobación de {amount}</translation>
    </message>
    <message>
        <source>closing at the applicant’s request</source>
        <translation>cierre a petición del solicitante</translation>
    </message>
    <message>
        <source>denial ({codes})</source>
        <translation>denegación ({codes})</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>otra persona</translation>
    </message>
    <message>
        <source>{case}, {kind}, waiting since {when}</source>
        <translation>{case}, {kind}, espera desde {when}</translation>
    </message>
    <message>
        <source>{field} becomes {value}.</source>
        <translation>{field} pasa a ser {value}.</translation>
    </message>
    <message>
        <source>{who} corrected this before it was known that the case had moved to {holder}. The recorded value stands unless the correction is adopted.</source>
        <translation>{who} corrigió esto antes de saberse que el caso había pasado a {holder}. Vale el valor registrado salvo que se adopte la corrección.</translation>
    </message>
    <message>
        <source>{who} decided this before it was known that facts of the case had changed. The decision has no effect unless it is adopted.</source>
        <translation>{who} decidió esto antes de saberse que habían cambiado datos del caso. La decisión no tiene efecto salvo que se adopte.</translation>
    </message>
    <message>
        <source>{who} decided this before it was known that the case had moved to {holder}. The decision has no effect unless it is adopted.</source>
        <translation>{who} decidió esto antes de saberse que el caso había pasado a {holder}. La decisión no tiene efecto salvo que se adopte.</translation>
    </message>
    <message>
        <source>{who} moved this case without knowing that it had just been moved. It stays where it is unless the second move is adopted.</source>
        <translation>{who} pasó este caso sin saber que acababa de pasarse. Se queda donde está salvo que se adopte el segundo traslado.</translation>
    </message>
</context>
<context>
    <name>ContestedFields</name>
    <message>
        <source>Amount of an income</source>
        <translation>Monto de un ingreso</translation>
    </message>
    <message>
        <source>Checklist: {item}</source>
        <translation>Lista: {item}</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Condado</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Fecha límite</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Eviction date</source>
        <translation>Fecha de desalojo</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Comprobante</translation>
    </message>
    <message>
        <source>Hardship declared</source>
        <translation>Dificultad declarada</translation>
    </message>
    <message>
        <source>Months behind</source>
        <translation>Meses de atraso</translation>
    </message>
    <message>
        <source>Months of help before</source>
        <translation>Meses de ayuda anteriores</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>No income, declared</source>
        <translation>Sin ingresos, declarado</translation>
    </message>
    <message>
        <source>Period of an income</source>
        <translation>Periodo de un ingreso</translation>
    </message>
    <message>
        <source>Rent a month</source>
        <translation>Renta al mes</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>nada registrado</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
</context>
<context>
    <name>ContestedScreen</name>
    <message>
        <source>A supervisor of the office chooses. There is nothing for you to do.</source>
        <translation>Elige un supervisor de la oficina. Usted no tiene que hacer nada.</translation>
    </message>
    <message>
        <source>Answered and on its way; the office confirms it with the next sync.</source>
        <translation>Respondido y en camino; la oficina lo confirma con la próxima sincronización.</translation>
    </message>
    <message>
        <source>Answered on this laptop. It counts once the office has received it.</source>
        <translation>Respondido en esta computadora. Vale cuando la oficina lo haya recibido.</translation>
    </message>
    <message>
        <source>Cases that two people decided differently would be here, and work that was done before it was known that a case had moved.</source>
        <translation>Aquí estarían los casos que dos personas decidieron de forma distinta y el trabajo hecho antes de saberse que un caso había pasado a otra persona.</translation>
    </message>
    <message>
        <source>Cases that wait for a choice</source>
        <translation>Casos que esperan una elección</translation>
    </message>
    <message>
        <source>Choose a side first: press 1 or 2.</source>
        <translation>Primero elija un lado: pulse 1 o 2.</translation>
    </message>
    <message>
        <source>Contested and late work</source>
        <translation>Decisiones dobles y trabajo tardío</translation>
    </message>
    <message>
        <source>Nothing waits for a choice</source>
        <translation>Nada espera una elección</translation>
    </message>
    <message>
        <source>Saved on this laptop. It counts once the office has received it.</source>
        <translation>Guardado en esta computadora. Vale cuando la oficina lo haya recibido.</translation>
    </message>
    <message>
        <source>The caseworker who has the case now, or a supervisor, chooses.</source>
        <translation>Elige el trabajador que tiene el caso ahora, o un supervisor.</translation>
    </message>
    <message>
        <source>This is the last one that waits.</source>
        <translation>Este es el último que espera.</translation>
    </message>
    <message>
        <source>Write why. It is needed for the record.</source>
        <translation>Escriba por qué. Hace falta para el expediente.</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Correction saved on this laptop.</source>
        <translation>Corrección guardada en esta computadora.</translation>
    </message>
</context>
<context>
    <name>CorrectionPanel</name>
    <message>
        <source>Correct a fact</source>
        <translation>Corregir un dato</translation>
    </message>
    <message>
        <source>Which fact</source>
        <translation>Qué dato</translation>
    </message>
    <message>
        <source>Why (kept with the correction)</source>
        <translation>Por qué (se guarda con la corrección)</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>Guardar la corrección</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>What is right</source>
        <translation>Lo correcto</translation>
    </message>
    <message>
        <source>Recorded now: {value}</source>
        <translation>Registrado ahora: {value}</translation>
    </message>
    <message>
        <source>This can&apos;t be read. Type an amount such as 1,234.50, or a whole number.</source>
        <translation>Esto no se puede leer. Escriba una cantidad como 1,234.50 o un número entero.</translation>
    </message>
    <message>
        <source>This is what is recorded already.</source>
        <translation>Eso es lo que ya está registrado.</translation>
    </message>
</context>
<context>
    <name>DaysEditor</name>
    <message>
        <source>locked</source>
        <translation>bloqueada</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>solo lectura</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>sellada</translation>
    </message>
    <message>
        <source>warn</source>
        <translation>aviso</translation>
    </message>
</context>
<context>
    <name>DecisionBody</name>
    <message>
        <source>An amount of the award can&apos;t be read. Type it as 1,234.50.</source>
        <translation>Una cantidad de la ayuda no se puede leer. Escríbala como 1,234.50.</translation>
    </message>
    <message>
        <source>Choose at least one reason for the denial.</source>
        <translation>Elija al menos un motivo de la negativa.</translation>
    </message>
    <message>
        <source>Choose what the applicant is asked for.</source>
        <translation>Elija qué se le pide al solicitante.</translation>
    </message>
    <message>
        <source>Choose what to decide first.</source>
        <translation>Elija primero qué decidir.</translation>
    </message>
    <message>
        <source>Choose what you recommend.</source>
        <translation>Elija qué recomienda.</translation>
    </message>
    <message>
        <source>Include at least one line of the award.</source>
        <translation>Incluya al menos una línea de la ayuda.</translation>
    </message>
</context>
<context>
    <name>DecisionSummary</name>
    <message>
        <source>Applicant</source>
        <translation>Solicitante</translation>
    </message>
    <message>
        <source>Approve {amount} for {name}</source>
        <translation>Aprobar {amount} para {name}</translation>
    </message>
    <message>
        <source>Ask {name} for information</source>
        <translation>Pedir información a {name}</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Se pide</translation>
    </message>
    <message>
        <source>Close the application of {name}</source>
        <translation>Cerrar la solicitud de {name}</translation>
    </message>
    <message>
        <source>Deny the application of {name}</source>
        <translation>Negar la solicitud de {name}</translation>
    </message>
    <message>
        <source>Every required test is met.</source>
        <translation>Se cumplen todas las pruebas necesarias.</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>En sus palabras</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Recomendación</translation>
    </message>
    <message>
        <source>Send the recommendation for {name}</source>
        <translation>Enviar la recomendación sobre {name}</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>Hoja de trabajo</translation>
    </message>
    <message>
        <source>the tenant</source>
        <translation>el inquilino</translation>
    </message>
</context>
<context>
    <name>DecisionWords</name>
    <message>
        <source>The office assigns it to a caseworker.</source>
        <translation>La oficina lo asigna a un trabajador.</translation>
    </message>
    <message>
        <source>The caseworker begins the review.</source>
        <translation>El trabajador comienza la revisión.</translation>
    </message>
    <message>
        <source>The caseworker completes the facts and decides.</source>
        <translation>El trabajador completa los datos y decide.</translation>
    </message>
    <message>
        <source>The applicant sends what was asked for; the caseworker then goes on.</source>
        <translation>El solicitante envía lo que se pidió; luego sigue el trabajador.</translation>
    </message>
    <message>
        <source>A supervisor reads the recommendation and decides.</source>
        <translation>Un supervisor lee la recomendación y decide.</translation>
    </message>
    <message>
        <source>The office sets the money aside and writes to the applicant.</source>
        <translation>La oficina aparta el dinero y escribe al solicitante.</translation>
    </message>
    <message>
        <source>The applicant gets a letter and may appeal.</source>
        <translation>El solicitante recibe una carta y puede apelar.</translation>
    </message>
    <message>
        <source>Nothing; the applicant may apply again.</source>
        <translation>Nada; el solicitante puede volver a solicitar.</translation>
    </message>
    <message>
        <source>A supervisor chooses between the decisions; nothing is paid before.</source>
        <translation>Un supervisor elige entre las decisiones; antes no se paga nada.</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Aprobación</translation>
    </message>
    <message>
        <source>Denial</source>
        <translation>Negativa</translation>
    </message>
    <message>
        <source>Closing at the applicant&apos;s request</source>
        <translation>Cierre a petición del solicitante</translation>
    </message>
    <message>
        <source>Saved on this laptop, not sent yet</source>
        <translation>Guardado en esta computadora, sin enviar</translation>
    </message>
    <message>
        <source>At the office, not answered yet</source>
        <translation>En la oficina, sin respuesta todavía</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Vigente</translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>En disputa</translation>
    </message>
    <message>
        <source>Held: waits for somebody to adopt or decline it</source>
        <translation>Retenida: espera que alguien la adopte o la descarte</translation>
    </message>
    <message>
        <source>Not accepted by the office</source>
        <translation>La oficina no la aceptó</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Replaced by a later decision</source>
        <translation>Reemplazada por otra posterior</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>Adoptada</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Descartada</translation>
    </message>
    <message>
        <source>Made again</source>
        <translation>Hecha de nuevo</translation>
    </message>
    <message>
        <source>Accepted by the office</source>
        <translation>Aceptada por la oficina</translation>
    </message>
</context>
<context>
    <name>DeliverRow</name>
    <message numerus="yes">
        <source>%Ln changes copied, and kept on this laptop, too.</source>
        <translation>
            <numerusform>%Ln cambio copiado; también queda en esta computadora.</numerusform>
            <numerusform>%Ln cambios copiados; también quedan en esta computadora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes delivered. The answers come with the next sync.</source>
        <translation>
            <numerusform>%Ln cambio entregado. La respuesta llega con la próxima sincronización.</numerusform>
            <numerusform>%Ln cambios entregados. Las respuestas llegan con la próxima sincronización.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the stick or folder</source>
        <translation>Elija la memoria USB o la carpeta</translation>
    </message>
    <message>
        <source>Copy to a stick …</source>
        <translation>Copiar a una memoria USB …</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Entregar</translation>
    </message>
    <message>
        <source>Delivering …</source>
        <translation>Entregando …</translation>
    </message>
    <message>
        <source>Send saved work to the office. Only the office can read it, so no passphrase is needed.</source>
        <translation>Envía a la oficina el trabajo guardado. Solo la oficina puede leerlo, así que no hace falta la frase de contraseña.</translation>
    </message>
    <message>
        <source>The folder could not be written. Everything is still on this laptop.</source>
        <translation>No se pudo escribir en la carpeta. Todo sigue en esta computadora.</translation>
    </message>
    <message>
        <source>The office could not be reached. Everything is still on this laptop.</source>
        <translation>No se pudo conectar con la oficina. Todo sigue en esta computadora.</translation>
    </message>
    <message numerus="yes">
        <source>The office did not take %Ln changes; nothing is lost.</source>
        <translation>
            <numerusform>La oficina no aceptó %Ln cambio; no se ha perdido nada.</numerusform>
            <numerusform>La oficina no aceptó %Ln cambios; no se ha perdido nada.</numerusform>
        </translation>
    </message>
    <message>
        <source>This laptop has no key for delivering yet. Use a stick.</source>
        <translation>Esta computadora aún no tiene clave para entregar. Use una memoria USB.</translation>
    </message>
    <message>
        <source>The office has everything already.</source>
        <translation>La oficina ya lo tiene todo.</translation>
    </message>
    <message>
        <source>Write saved work onto a stick that somebody takes to the office. It stays here, too.</source>
        <translation>Escribe el trabajo guardado en una memoria USB que alguien lleva a la oficina. También queda aquí.</translation>
    </message>
</context>
<context>
    <name>DeterminationScreen</name>
    <message>
        <source>Case file</source>
        <translation>Expediente</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidir</translation>
    </message>
    <message>
        <source>Decide {number}</source>
        <translation>Decidir {number}</translation>
    </message>
    <message>
        <source>Taken back. Nothing of it leaves this laptop.</source>
        <translation>Retirado. Nada de ello sale de esta computadora.</translation>
    </message>
</context>
<context>
    <name>DocumentsModel</name>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Meses</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>{name}: seen, not kept</source>
        <translation>{name}: visto, no guardado</translation>
    </message>
</context>
<context>
    <name>DocumentsSection</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Documents of this case</source>
        <translation>Documentos de este caso</translation>
    </message>
    <message>
        <source>No papers yet. What the applicant sends or you take in is listed here.</source>
        <translation>Aún no hay papeles. Aquí aparece lo que envía el solicitante o recibe usted.</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Back to the case</source>
        <translation>Volver al caso</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Caso siguiente</translation>
    </message>
    <message>
        <source>Saved on this laptop at {time}.</source>
        <translation>Guardado en esta computadora a las {time}.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>You can take it back until it has left this laptop.</source>
        <translation>Puede retirarla hasta que salga de esta computadora.</translation>
    </message>
    <message>
        <source>“{act}” counts once the office has received it.</source>
        <translation>«{act}» vale cuando la oficina lo haya recibido.</translation>
    </message>
</context>
<context>
    <name>EnrolForm</name>
    <message>
        <source>The address of the server is needed.</source>
        <translation>Falta la dirección del servidor.</translation>
    </message>
    <message>
        <source>Your user name is needed.</source>
        <translation>Falta su nombre de usuario.</translation>
    </message>
    <message>
        <source>The one-time code is needed.</source>
        <translation>Falta el código de un solo uso.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Las dos frases de contraseña no coinciden.</translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln characters; three or four words are easy to remember.</source>
        <translation>
            <numerusform>Al menos %Ln carácter; tres o cuatro palabras se recuerdan bien.</numerusform>
            <numerusform>Al menos %Ln caracteres; tres o cuatro palabras se recuerdan bien.</numerusform>
        </translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Código de un solo uso</translation>
    </message>
    <message>
        <source>From your administrator; good once.</source>
        <translation>Se lo da su administrador; sirve una vez.</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>Archivo de certificado</translation>
    </message>
    <message>
        <source>Only if your administrator gave you one.</source>
        <translation>Solo si su administrador le dio uno.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Elegir …</translation>
    </message>
    <message>
        <source>Choose the certificate file</source>
        <translation>Elegir el archivo de certificado</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>Repita la frase de contraseña</translation>
    </message>
    <message>
        <source>Too short. Three or four words are easy to remember.</source>
        <translation>Demasiado corta. Tres o cuatro palabras se recuerdan bien.</translation>
    </message>
    <message>
        <source>Fair. One more word makes it much stronger.</source>
        <translation>Aceptable. Una palabra más la hace mucho más segura.</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>Buena.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Muy segura.</translation>
    </message>
    <message>
        <source>You choose it now; only you will know it.</source>
        <translation>La elige usted ahora; solo usted la sabrá.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Las mayúsculas están activadas.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nueva frase de contraseña</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificados (*.pem *.crt *.cer)</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Asking the office, then making this laptop&apos;s keys …</source>
        <translation>Consultando a la oficina; después se crean las claves …</translation>
    </message>
    <message>
        <source>Set up this laptop</source>
        <translation>Preparar esta computadora</translation>
    </message>
    <message>
        <source>The code proves to the office that this laptop is yours. Your passphrase then locks everything that is stored here; nobody can read it without it. Your cases come right afterwards, those due first.</source>
        <translation>El código demuestra a la oficina que esta computadora es suya. Su frase de contraseña protege todo lo que se guarda aquí; sin ella nadie puede leerlo. Después llegan sus casos, primero los que vencen antes.</translation>
    </message>
    <message>
        <source>Set up and get my cases</source>
        <translation>Preparar y traer mis casos</translation>
    </message>
    <message>
        <source>Back to the passphrase</source>
        <translation>Volver a la frase de contraseña</translation>
    </message>
</context>
<context>
    <name>FactNames</name>
    <message>
        <source>No income at all, declared</source>
        <translation>Declaró no tener ingresos</translation>
    </message>
    <message>
        <source>Hardship declared in writing</source>
        <translation>Dificultad declarada por escrito</translation>
    </message>
    <message>
        <source>County of the home</source>
        <translation>Condado de la vivienda</translation>
    </message>
    <message>
        <source>Rent a month</source>
        <translation>Alquiler al mes</translation>
    </message>
    <message>
        <source>Months of help before</source>
        <translation>Meses de ayuda anteriores</translation>
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
        <source>Risk to the home</source>
        <translation>Riesgo para la vivienda</translation>
    </message>
    <message>
        <source>Risk to the home: shown by</source>
        <translation>Riesgo para la vivienda: prueba</translation>
    </message>
    <message>
        <source>{source} of {name}: amount</source>
        <translation>{source} de {name}: cantidad</translation>
    </message>
    <message>
        <source>{source} of {name}: how often</source>
        <translation>{source} de {name}: frecuencia</translation>
    </message>
    <message>
        <source>{source} of {name}: shown by</source>
        <translation>{source} de {name}: prueba</translation>
    </message>
    <message>
        <source>not yet known</source>
        <translation>aún no se sabe</translation>
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
    <name>FactWords</name>
    <message>
        <source>a week</source>
        <translation>a la semana</translation>
    </message>
    <message>
        <source>every two weeks</source>
        <translation>cada dos semanas</translation>
    </message>
    <message>
        <source>twice a month</source>
        <translation>dos veces al mes</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>al mes</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>al año</translation>
    </message>
    <message>
        <source>Document on file</source>
        <translation>Documento en el expediente</translation>
    </message>
    <message>
        <source>Seen, not kept</source>
        <translation>Visto, no guardado</translation>
    </message>
    <message>
        <source>Declared by the applicant</source>
        <translation>Declarado por el solicitante</translation>
    </message>
    <message>
        <source>No evidence yet</source>
        <translation>Aún sin prueba</translation>
    </message>
    <message>
        <source>Wages</source>
        <translation>Salario</translation>
    </message>
    <message>
        <source>Self-employment</source>
        <translation>Trabajo por cuenta propia</translation>
    </message>
    <message>
        <source>Social Security</source>
        <translation>Seguro Social</translation>
    </message>
    <message>
        <source>Supplemental Security Income</source>
        <translation>Seguridad de Ingreso Suplementario</translation>
    </message>
    <message>
        <source>Unemployment benefits</source>
        <translation>Beneficios de desempleo</translation>
    </message>
    <message>
        <source>Child support</source>
        <translation>Manutención de menores</translation>
    </message>
    <message>
        <source>Pension</source>
        <translation>Pensión</translation>
    </message>
    <message>
        <source>TANF cash assistance</source>
        <translation>Asistencia en efectivo TANF</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Solicitante</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>Cónyuge</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Pareja</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Hijo o hija</translation>
    </message>
    <message>
        <source>Adult child</source>
        <translation>Hijo o hija adulta</translation>
    </message>
    <message>
        <source>Grandchild</source>
        <translation>Nieto o nieta</translation>
    </message>
    <message>
        <source>Foster child</source>
        <translation>Menor en acogida</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Padre o madre</translation>
    </message>
    <message>
        <source>Brother or sister</source>
        <translation>Hermano o hermana</translation>
    </message>
    <message>
        <source>Niece or nephew</source>
        <translation>Sobrino o sobrina</translation>
    </message>
    <message>
        <source>Application form</source>
        <translation>Formulario de solicitud</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>Declaración</translation>
    </message>
    <message>
        <source>Bank statement</source>
        <translation>Estado de cuenta</translation>
    </message>
    <message>
        <source>Benefit letter</source>
        <translation>Carta de beneficios</translation>
    </message>
    <message>
        <source>Court order</source>
        <translation>Orden judicial</translation>
    </message>
    <message>
        <source>Eviction notice</source>
        <translation>Aviso de desalojo</translation>
    </message>
    <message>
        <source>Identity, seen</source>
        <translation>Identidad, vista</translation>
    </message>
    <message>
        <source>Landlord&apos;s statement</source>
        <translation>Declaración del arrendador</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>Contrato de alquiler</translation>
    </message>
    <message>
        <source>Past-due notice</source>
        <translation>Aviso de atraso</translation>
    </message>
    <message>
        <source>Pay stub</source>
        <translation>Talón de pago</translation>
    </message>
    <message>
        <source>Rent ledger</source>
        <translation>Cuenta de alquiler</translation>
    </message>
    <message>
        <source>Rent receipt</source>
        <translation>Recibo de alquiler</translation>
    </message>
    <message>
        <source>Tax return</source>
        <translation>Declaración de impuestos</translation>
    </message>
    <message>
        <source>Utility bill</source>
        <translation>Recibo de servicios</translation>
    </message>
    <message>
        <source>Form W-9</source>
        <translation>Formulario W-9</translation>
    </message>
    <message>
        <source>Rent past due</source>
        <translation>Alquiler atrasado</translation>
    </message>
    <message>
        <source>Utilities about to be shut off</source>
        <translation>Servicios por cortarse</translation>
    </message>
    <message>
        <source>Overcrowded or unsafe home</source>
        <translation>Vivienda hacinada o insegura</translation>
    </message>
    <message>
        <source>Loss of a job</source>
        <translation>Pérdida de empleo</translation>
    </message>
    <message>
        <source>Fewer hours of work</source>
        <translation>Menos horas de trabajo</translation>
    </message>
    <message>
        <source>Illness or medical costs</source>
        <translation>Enfermedad o gastos médicos</translation>
    </message>
    <message>
        <source>Caring for someone</source>
        <translation>Cuidado de otra persona</translation>
    </message>
    <message>
        <source>Fire, flood or other disaster</source>
        <translation>Incendio, inundación u otro desastre</translation>
    </message>
    <message>
        <source>House</source>
        <translation>Casa</translation>
    </message>
    <message>
        <source>Apartment</source>
        <translation>Apartamento</translation>
    </message>
    <message>
        <source>Duplex</source>
        <translation>Dúplex</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Cuarto</translation>
    </message>
    <message>
        <source>Manufactured home</source>
        <translation>Casa prefabricada</translation>
    </message>
    <message>
        <source>Hotel or motel</source>
        <translation>Hotel o motel</translation>
    </message>
    <message>
        <source>Written lease</source>
        <translation>Contrato escrito</translation>
    </message>
    <message>
        <source>Oral agreement</source>
        <translation>Acuerdo verbal</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Diné (Navajo)</source>
        <translation>Diné (navajo)</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Vietnamita</translation>
    </message>
    <message>
        <source>Landlord</source>
        <translation>Arrendador</translation>
    </message>
    <message>
        <source>Landlord&apos;s agent</source>
        <translation>Agente del arrendador</translation>
    </message>
    <message>
        <source>Utility</source>
        <translation>Compañía de servicios</translation>
    </message>
    <message>
        <source>Representative</source>
        <translation>Representante</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search name, number, address, note …</source>
        <translation>Buscar nombre, número, dirección, nota …</translation>
    </message>
    <message>
        <source>Search all cases on this laptop</source>
        <translation>Buscar en todos los casos de esta computadora</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Quitar búsqueda y filtros</translation>
    </message>
    <message>
        <source>Showing {shown} of {all}</source>
        <translation>Se muestran {shown} de {all}</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Remove filter {name}</source>
        <translation>Quitar el filtro {name}</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>MMM d, yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>MMM d</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>dddd, MMMM d</source>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date}, {time}</translation>
    </message>
    <message>
        <source>{weekday} {time}</source>
        <translation>{weekday} {time}</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>vence hoy</translation>
    </message>
    <message>
        <source>due tomorrow</source>
        <translation>vence mañana</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>menos de un minuto</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>{age} ago</source>
        <translation>hace {age}</translation>
    </message>
</context>
<context>
    <name>FormatCounts</name>
    <message numerus="yes">
        <source>due in %Ln days</source>
        <translation>
            <numerusform>vence en %Ln día</numerusform>
            <numerusform>vence en %Ln días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days late</source>
        <translation>
            <numerusform>%Ln día de atraso</numerusform>
            <numerusform>%Ln días de atraso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <translation>
            <numerusform>%Ln h</numerusform>
            <numerusform>%Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln día</numerusform>
            <numerusform>%Ln días</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>ERAP Desktop</source>
        <translation>ERAP Desktop</translation>
    </message>
    <message>
        <source>Saved already: every change is kept as you make it.</source>
        <translation>Ya está guardado: cada cambio se guarda al hacerlo.</translation>
    </message>
</context>
<context>
    <name>HeaderOnly</name>
    <message>
        <source>It comes with the next sync and is shown here as soon as it has arrived.</source>
        <translation>Llega con la próxima sincronización y se muestra aquí en cuanto llegue.</translation>
    </message>
    <message>
        <source>Only the header of this case is on this laptop.</source>
        <translation>En esta computadora solo está el encabezado de este caso.</translation>
    </message>
    <message>
        <source>This case is not on this laptop yet.</source>
        <translation>Este caso aún no está en esta computadora.</translation>
    </message>
    <message>
        <source>As a supervisor you see where every case stands; the whole file stays with who works on it.</source>
        <translation>Como supervisor ve en qué punto está cada caso; el expediente queda con quien lo trabaja.</translation>
    </message>
    <message>
        <source>It is with {name}.</source>
        <translation>Lo tiene {name}.</translation>
    </message>
    <message>
        <source>Get the whole case</source>
        <translation>Traer el caso completo</translation>
    </message>
</context>
<context>
    <name>HeadlineCard</name>
    <message>
        <source>Work offline</source>
        <translation>Trabajar sin conexión</translation>
    </message>
    <message>
        <source>While this is on, nothing is sent and nothing is asked for.</source>
        <translation>Mientras esté activado, no se envía ni se pide nada.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>Send what waits and bring what is new (F5)</source>
        <translation>Enviar lo que espera y traer lo nuevo (F5)</translation>
    </message>
    <message>
        <source>Receiving: {done} of {total}</source>
        <translation>Recibiendo: {done} de {total}</translation>
    </message>
    <message>
        <source>{size}, about {time} left</source>
        <translation>{size}, faltan unos {time}</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Not sent yet</source>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>Waits for a choice</source>
        <translation>Espera una elección</translation>
    </message>
    <message>
        <source>Application submitted</source>
        <translation>Solicitud presentada</translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation>Asignado a {name}</translation>
    </message>
    <message>
        <source>{kind} received</source>
        <translation>{kind}: recibido</translation>
    </message>
    <message>
        <source>Note by {name}</source>
        <translation>Nota de {name}</translation>
    </message>
    <message>
        <source>{name} asked the applicant for information</source>
        <translation>{name} pidió información al solicitante</translation>
    </message>
    <message>
        <source>{name} corrected: {field}</source>
        <translation>{name} corrigió: {field}</translation>
    </message>
    <message>
        <source>{name} moved the case to {to} while it was elsewhere</source>
        <translation>{name} pasó el caso a {to} cuando ya estaba en otra parte</translation>
    </message>
    <message>
        <source>{name} proposes another value; both are kept</source>
        <translation>{name} propone otro valor; se guardan los dos</translation>
    </message>
    <message>
        <source>{name} ticked off</source>
        <translation>{name} marcó</translation>
    </message>
    <message>
        <source>{name} unticked</source>
        <translation>{name} desmarcó</translation>
    </message>
    <message>
        <source>{old} became {new}</source>
        <translation>Antes: {old}; ahora: {new}</translation>
    </message>
    <message>
        <source>{outcome} by {name}</source>
        <translation>{outcome} de {name}</translation>
    </message>
    <message>
        <source>Approval of {amount}</source>
        <translation>Aprobación de {amount}</translation>
    </message>
    <message>
        <source>{name} recommends: {outcome}</source>
        <translation>{name} recomienda: {outcome}</translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
</context>
<context>
    <name>HomeSection</name>
    <message>
        <source>The home</source>
        <translation>La vivienda</translation>
    </message>
    <message>
        <source>Tenancy and landlord</source>
        <translation>Alquiler y arrendador</translation>
    </message>
    <message>
        <source>Hardship and risk</source>
        <translation>Dificultad y riesgo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Not yet known</source>
        <translation>Aún no se sabe</translation>
    </message>
    <message>
        <source>How to find it</source>
        <translation>Cómo llegar</translation>
    </message>
    <message>
        <source>same as the home</source>
        <translation>la misma</translation>
    </message>
    <message>
        <source>No mailing address: letters can not be sent there</source>
        <translation>Sin dirección postal: no se pueden enviar cartas</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Lives there since</source>
        <translation>Vive ahí desde</translation>
    </message>
    <message numerus="yes">
        <source>%n bedrooms</source>
        <translation>
            <numerusform>%n dormitorio</numerusform>
            <numerusform>%n dormitorios</numerusform>
        </translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Vivienda</translation>
    </message>
    <message>
        <source>Home and landlord</source>
        <translation>Vivienda y arrendador</translation>
    </message>
    <message>
        <source>Kind of home</source>
        <translation>Tipo de vivienda</translation>
    </message>
    <message>
        <source>Rent</source>
        <translation>Alquiler</translation>
    </message>
    <message>
        <source>not yet known</source>
        <translation>aún no se sabe</translation>
    </message>
    <message>
        <source>{amount} a month</source>
        <translation>{amount} al mes</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Se basa en</translation>
    </message>
    <message>
        <source>Behind by</source>
        <translation>Atraso</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n mes</numerusform>
            <numerusform>%n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>Subsidy</source>
        <translation>Subsidio</translation>
    </message>
    <message>
        <source>The rent is subsidised; only the tenant&apos;s part counts</source>
        <translation>Alquiler subsidiado; solo cuenta la parte del inquilino</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Dueño</translation>
    </message>
    <message>
        <source>The household owns the home</source>
        <translation>El hogar es dueño de la vivienda</translation>
    </message>
    <message>
        <source>Landlord</source>
        <translation>Arrendador</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>aún no</translation>
    </message>
    <message>
        <source>Form W-9 received</source>
        <translation>Formulario W-9 recibido</translation>
    </message>
    <message>
        <source>Written commitment</source>
        <translation>Compromiso escrito</translation>
    </message>
    <message>
        <source>Hardship declared</source>
        <translation>Dificultad declarada</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation>En sus propias palabras</translation>
    </message>
    <message>
        <source>Risk to the home</source>
        <translation>Riesgo para la vivienda</translation>
    </message>
    <message>
        <source>Not yet shown</source>
        <translation>Aún no se ha mostrado</translation>
    </message>
    <message>
        <source>Eviction date</source>
        <translation>Fecha de desalojo</translation>
    </message>
    <message>
        <source>Not yet given</source>
        <translation>Aún no se ha dado</translation>
    </message>
    <message>
        <source>No: declared that there was none</source>
        <translation>No: declaró que no la hubo</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Yes, on {date}</source>
        <translation>Sí, el {date}</translation>
    </message>
</context>
<context>
    <name>HoursEditor</name>
    <message>
        <source>from</source>
        <translation>desde</translation>
    </message>
    <message>
        <source>to</source>
        <translation>hasta</translation>
    </message>
</context>
<context>
    <name>HouseholdSection</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Parentesco</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>Conviene saber</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Ingresos</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Shown by</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Frecuencia</translation>
    </message>
    <message>
        <source>Contact and languages</source>
        <translation>Contacto e idiomas</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>sin registrar</translation>
    </message>
    <message>
        <source>{date} ({age})</source>
        <translation>{date} ({age})</translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n año</numerusform>
            <numerusform>%n años</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Out of work for %n days</source>
        <translation>
            <numerusform>Sin trabajo desde hace %n día</numerusform>
            <numerusform>Sin trabajo desde hace %n días</numerusform>
        </translation>
    </message>
    <message>
        <source>not yet known</source>
        <translation>aún no se sabe</translation>
    </message>
    <message>
        <source>Correct {source} of {name}</source>
        <translation>Corregir {source} de {name}</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>No income, declared</source>
        <translation>Sin ingresos, declarado</translation>
    </message>
    <message>
        <source>All income</source>
        <translation>Todos los ingresos</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hogar</translation>
    </message>
    <message>
        <source>Household and income</source>
        <translation>Hogar e ingresos</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>al año</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>se necesita</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>no se necesita</translation>
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
        <source>Language spoken</source>
        <translation>Idioma que habla</translation>
    </message>
    <message>
        <source>Language for letters</source>
        <translation>Idioma para cartas</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Intérprete</translation>
    </message>
</context>
<context>
    <name>IdentityBar</name>
    <message>
        <source>Name not on this laptop</source>
        <translation>El nombre no está en esta computadora</translation>
    </message>
    <message>
        <source>Invented case</source>
        <translation>Caso inventado</translation>
    </message>
    <message>
        <source>Kept on this laptop</source>
        <translation>Se conserva en esta computadora</translation>
    </message>
    <message>
        <source>No number yet</source>
        <translation>Aún sin número</translation>
    </message>
    <message>
        <source>Was due {date}</source>
        <translation>Vencía el {date}</translation>
    </message>
    <message>
        <source>Due {date} ({left})</source>
        <translation>Vence el {date} ({left})</translation>
    </message>
    <message>
        <source>Asked for {amount}</source>
        <translation>Solicita {amount}</translation>
    </message>
    <message>
        <source>With {name}</source>
        <translation>Lo tiene {name}</translation>
    </message>
    <message>
        <source>Not assigned yet</source>
        <translation>Sin asignar</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Lo necesita a usted</translation>
    </message>
    <message numerus="yes">
        <source>%n changes not sent yet</source>
        <translation>
            <numerusform>%n cambio sin enviar</numerusform>
            <numerusform>%n cambios sin enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Solo lectura</translation>
    </message>
    <message>
        <source>At the office</source>
        <translation>En la oficina</translation>
    </message>
</context>
<context>
    <name>ItemPane</name>
    <message>
        <source>Open the case</source>
        <translation>Abrir el caso</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirarlo</translation>
    </message>
    <message>
        <source>I have seen it</source>
        <translation>Lo he visto</translation>
    </message>
    <message>
        <source>Copy details for support</source>
        <translation>Copiar datos para soporte</translation>
    </message>
    <message>
        <source>Identifiers, codes and times. No name and nothing from the case.</source>
        <translation>Identificadores, códigos y horas. Ningún nombre ni nada del caso.</translation>
    </message>
    <message>
        <source>Done on this laptop {time}</source>
        <translation>Hecho en esta computadora {time}</translation>
    </message>
    <message>
        <source>The case went to somebody else before you saved this. Copy what is still of use, then say that you have seen it: that discards the text, and the case can leave this laptop.</source>
        <translation>El caso pasó a otra persona antes de que usted guardara esto. Copie lo que aún sirva y luego indique que lo ha visto: así se descarta el texto y el caso puede salir de esta computadora.</translation>
    </message>
    <message>
        <source>You took this back before it left the laptop. It will have no effect.</source>
        <translation>Usted lo retiró antes de que saliera de la computadora. No tendrá efecto.</translation>
    </message>
</context>
<context>
    <name>LateFacts</name>
    <message>
        <source>A fact the decision rests on was changed afterwards.</source>
        <translation>Después de la decisión se cambió un dato en el que se basa.</translation>
    </message>
    <message>
        <source>Nothing is paid until that is adopted or declined.</source>
        <translation>No se paga nada hasta que eso se adopte o se rechace.</translation>
    </message>
    <message>
        <source>Nothing is paid until the case is decided again.</source>
        <translation>No se paga nada hasta que el caso se decida de nuevo.</translation>
    </message>
    <message>
        <source>Somebody says that a fact the decision rests on is otherwise.</source>
        <translation>Alguien indica que un dato en el que se basa la decisión es distinto.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message numerus="yes">
        <source>%Ln cases</source>
        <translation>
            <numerusform>%Ln caso</numerusform>
            <numerusform>%Ln casos</numerusform>
        </translation>
    </message>
    <message>
        <source>{cases} as of {time}</source>
        <translation>{cases} a las {time}</translation>
    </message>
    <message>
        <source>{stage} {n}</source>
        <translation>{stage} {n}</translation>
    </message>
</context>
<context>
    <name>MonthsSection</name>
    <message>
        <source>Months asked for</source>
        <translation>Meses solicitados</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>En total</translation>
    </message>
    <message>
        <source>The tenant</source>
        <translation>El inquilino</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Meses</translation>
    </message>
    <message>
        <source>Not yet known</source>
        <translation>Aún no se sabe</translation>
    </message>
    <message>
        <source>To be paid to</source>
        <translation>Se pagará a</translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n mes</numerusform>
            <numerusform>%n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>Helped before with</source>
        <translation>Ayuda anterior</translation>
    </message>
</context>
<context>
    <name>MovePanel</name>
    <message numerus="yes">
        <source>Move %Ln cases</source>
        <translation>
            <numerusform>Pasar %Ln caso</numerusform>
            <numerusform>Pasar %Ln casos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln cases to {name}</source>
        <translation>
            <numerusform>Pasar %Ln caso a {name}</numerusform>
            <numerusform>Pasar %Ln casos a {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Move cases</source>
        <translation>Pasar casos</translation>
    </message>
    <message>
        <source>Note for them (optional)</source>
        <translation>Nota para esa persona (opcional)</translation>
    </message>
    <message>
        <source>Select cases first</source>
        <translation>Primero seleccione casos</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Qué pasará</translation>
    </message>
    <message>
        <source>{name} · {n} open</source>
        <translation>{name} · {n} abiertos</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Agregar nota</translation>
    </message>
    <message>
        <source>Draft kept on this laptop</source>
        <translation>Borrador guardado en esta computadora</translation>
    </message>
    <message>
        <source>Write the note first.</source>
        <translation>Escriba primero la nota.</translation>
    </message>
</context>
<context>
    <name>NoteKeeper</name>
    <message>
        <source>Note saved on this laptop.</source>
        <translation>Nota guardada en esta computadora.</translation>
    </message>
</context>
<context>
    <name>NotesSection</name>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation>Aún no hay notas.</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>By the previous caseworker</source>
        <translation>Del trabajador anterior</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
</context>
<context>
    <name>Nothing</name>
    <message>
        <source>There are no cases in your office.</source>
        <translation>No hay casos en su oficina.</translation>
    </message>
    <message>
        <source>When one is received, it comes with the next sync.</source>
        <translation>Cuando se reciba uno, llegará con la próxima sincronización.</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln cases</source>
        <translation>
            <numerusform>Mostrar el único caso</numerusform>
            <numerusform>Mostrar los %Ln casos</numerusform>
        </translation>
    </message>
    <message>
        <source>Your cases are on their way.</source>
        <translation>Sus casos están en camino.</translation>
    </message>
    <message>
        <source>Those that are due first come first; you can begin as soon as they are here.</source>
        <translation>Llegan primero los que vencen antes; puede empezar en cuanto estén aquí.</translation>
    </message>
    <message>
        <source>Your cases are not on this laptop yet.</source>
        <translation>Sus casos aún no están en esta computadora.</translation>
    </message>
    <message>
        <source>Connect once to get them; after that they are here without a network, too.</source>
        <translation>Conéctese una vez para traerlos; después estarán aquí también sin red.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>{done} of {total} cases</source>
        <translation>{done} de {total} casos</translation>
    </message>
    <message>
        <source>No cases match in “{view}”.</source>
        <translation>Ningún caso coincide en “{view}”.</translation>
    </message>
    <message>
        <source>No cases match.</source>
        <translation>Ningún caso coincide.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cases match among all cases.</source>
        <translation>
            <numerusform>%Ln caso coincide entre todos los casos.</numerusform>
            <numerusform>%Ln casos coinciden entre todos los casos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look in all cases</source>
        <translation>Buscar en todos los casos</translation>
    </message>
    <message>
        <source>Names, numbers, addresses, telephones and notes are searched by how words begin.</source>
        <translation>Se buscan nombres, números, direcciones, teléfonos y notas por el comienzo de las palabras.</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Quitar búsqueda y filtros</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search cases and commands</source>
        <translation>Buscar casos y acciones</translation>
    </message>
    <message>
        <source>Search cases and commands…</source>
        <translation>Buscar casos y acciones…</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Nothing found. Try a name, a case number, or what you want to do.</source>
        <translation>No se encontró nada. Pruebe un nombre, un número de caso o lo que quiere hacer.</translation>
    </message>
</context>
<context>
    <name>PassphraseEdit</name>
    <message>
        <source>Hide passphrase</source>
        <translation>Ocultar la frase de contraseña</translation>
    </message>
    <message>
        <source>Show passphrase</source>
        <translation>Mostrar la frase de contraseña</translation>
    </message>
</context>
<context>
    <name>PeekPane</name>
    <message>
        <source>Key facts of the selected case</source>
        <translation>Datos clave del caso elegido</translation>
    </message>
    <message>
        <source>Key facts</source>
        <translation>Datos clave</translation>
    </message>
    <message>
        <source>Close key facts</source>
        <translation>Cerrar los datos clave</translation>
    </message>
    <message>
        <source>Close (Space)</source>
        <translation>Cerrar (barra espaciadora)</translation>
    </message>
    <message>
        <source>Open case</source>
        <translation>Abrir el caso</translation>
    </message>
    <message>
        <source>No case is selected</source>
        <translation>No hay ningún caso elegido</translation>
    </message>
    <message>
        <source>No number yet: made on this laptop</source>
        <translation>Aún sin número: hecho en esta computadora</translation>
    </message>
    <message>
        <source>Last note, by {name}</source>
        <translation>Última nota, de {name}</translation>
    </message>
    <message>
        <source>Eviction date {date}</source>
        <translation>Desalojo: {date}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln months</source>
        <translation>
            <numerusform>%Ln mes</numerusform>
            <numerusform>%Ln meses</numerusform>
        </translation>
    </message>
    <message>
        <source>{money} for {months}</source>
        <translation>{money} por {months}</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Condado</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Solicitado</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignado a</translation>
    </message>
    <message>
        <source>On this laptop</source>
        <translation>En esta computadora</translation>
    </message>
    <message>
        <source>the overview; open it to bring the whole case</source>
        <translation>el resumen; ábralo para traer el caso entero</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hogar</translation>
    </message>
    <message>
        <source>Income a year</source>
        <translation>Ingreso al año</translation>
    </message>
    <message>
        <source>Rent a month</source>
        <translation>Renta al mes</translation>
    </message>
    <message>
        <source>Landlord</source>
        <translation>Arrendador</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln persona</numerusform>
            <numerusform>%Ln personas</numerusform>
        </translation>
    </message>
    <message>
        <source>{people}, {children} under 18</source>
        <translation>{people}, {children} menores</translation>
    </message>
    <message>
        <source>{language}, interpreter</source>
        <translation>{language}, con intérprete</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>aún no se sabe</translation>
    </message>
</context>
<context>
    <name>PillCounts</name>
    <message numerus="yes">
        <source>%Ln items need you.</source>
        <translation>
            <numerusform>%Ln asunto requiere su atención.</numerusform>
            <numerusform>%Ln asuntos requieren su atención.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved on this laptop. %Ln changes not sent yet.</source>
        <translation>
            <numerusform>Guardado en esta computadora. %Ln cambio sin enviar.</numerusform>
            <numerusform>Guardado en esta computadora. %Ln cambios sin enviar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes wait on this laptop.</source>
        <translation>
            <numerusform>%Ln cambio espera en esta computadora.</numerusform>
            <numerusform>%Ln cambios esperan en esta computadora.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceText</name>
    <message>
        <source>County not yet known</source>
        <translation>Condado aún desconocido</translation>
    </message>
    <message>
        <source>{county} County</source>
        <translation>Condado de {county}</translation>
    </message>
    <message>
        <source>No street address recorded</source>
        <translation>Sin dirección de calle</translation>
    </message>
    <message>
        <source>Nearest road: {road}</source>
        <translation>Camino más cercano: {road}</translation>
    </message>
    <message>
        <source>Position: {latitude}, {longitude}</source>
        <translation>Posición: {latitude}, {longitude}</translation>
    </message>
    <message>
        <source>Near {town}</source>
        <translation>Cerca de {town}</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sincronización</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>Computadoras</translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>En disputa</translation>
    </message>
    <message>
        <source>Caseworker</source>
        <translation>Gestión de casos</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisión</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>PushPanel</name>
    <message numerus="yes">
        <source>%Ln laptops would get this</source>
        <translation>
            <numerusform>%Ln computadora lo recibiría</numerusform>
            <numerusform>%Ln computadoras lo recibirían</numerusform>
        </translation>
    </message>
    <message>
        <source>A value is out of its bounds.</source>
        <translation>Un valor está fuera de sus límites.</translation>
    </message>
    <message>
        <source>Audience and changes</source>
        <translation>Para quién y qué cambia</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Elija al menos uno.</translation>
    </message>
    <message>
        <source>No laptop belongs to this audience.</source>
        <translation>Ninguna computadora pertenece a este grupo.</translation>
    </message>
    <message>
        <source>Note for the record (optional)</source>
        <translation>Nota para el registro (opcional)</translation>
    </message>
    <message>
        <source>Nothing is to change yet.</source>
        <translation>Aún no cambia nada.</translation>
    </message>
    <message>
        <source>Nothing yet. Tick a setting to change it.</source>
        <translation>Nada todavía. Marque un ajuste para cambiarlo.</translation>
    </message>
    <message numerus="yes">
        <source>Push to %Ln laptops</source>
        <translation>
            <numerusform>Enviar a %Ln computadora</numerusform>
            <numerusform>Enviar a %Ln computadoras</numerusform>
        </translation>
    </message>
    <message>
        <source>Push to laptops</source>
        <translation>Enviar a computadoras</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Qué cambia</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionPane</name>
    <message>
        <source>As it is now</source>
        <translation>Como está ahora</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Abrir el caso</translation>
    </message>
    <message>
        <source>leave it as it is</source>
        <translation>dejarlo como está</translation>
    </message>
    <message>
        <source>received {time}</source>
        <translation>recibido {time}</translation>
    </message>
    <message>
        <source>{who}, {time}</source>
        <translation>{who}, {time}</translation>
    </message>
</context>
<context>
    <name>QueueFilters</name>
    <message>
        <source>nobody yet</source>
        <translation>nadie todavía</translation>
    </message>
    <message>
        <source>county not known</source>
        <translation>condado desconocido</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Atención</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Condado</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignado a</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>new here</source>
        <translation>nuevo aquí</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>nadie todavía</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sinc.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Solicitante</translation>
    </message>
    <message>
        <source>County</source>
        <translation>Condado</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Solicitado</translation>
    </message>
    <message>
        <source>Look at</source>
        <translation>Atención</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Asignado a</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Retenido</translation>
    </message>
    <message>
        <source>Contested</source>
        <translation>En disputa</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>No aceptado</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Trasladado</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes not sent yet</source>
        <translation>
            <numerusform>%Ln cambio sin enviar</numerusform>
            <numerusform>%Ln cambios sin enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>everything is at the office</source>
        <translation>todo está en la oficina</translation>
    </message>
    <message>
        <source>the office holds your work until somebody decides</source>
        <translation>la oficina retiene su trabajo hasta que alguien decida</translation>
    </message>
    <message>
        <source>two people decided differently</source>
        <translation>dos personas decidieron de forma distinta</translation>
    </message>
    <message>
        <source>the office did not accept a change of yours</source>
        <translation>la oficina no aceptó un cambio suyo</translation>
    </message>
    <message>
        <source>now with {name}; only to be read here</source>
        <translation>ahora lo tiene {name}; aquí solo se puede leer</translation>
    </message>
    <message>
        <source>Eviction {date}</source>
        <translation>Desalojo {date}</translation>
    </message>
    <message>
        <source>Eviction date</source>
        <translation>Fecha de desalojo</translation>
    </message>
    <message>
        <source>Two decisions</source>
        <translation>Dos decisiones</translation>
    </message>
    <message>
        <source>Late work</source>
        <translation>Trabajo tardío</translation>
    </message>
    <message>
        <source>Facts changed</source>
        <translation>Datos cambiados</translation>
    </message>
</context>
<context>
    <name>QueueScreen</name>
    <message>
        <source>Office queue</source>
        <translation>Lista de la oficina</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>Mi lista</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vistas guardadas</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Casos</translation>
    </message>
</context>
<context>
    <name>QueueViews</name>
    <message>
        <source>Due soon</source>
        <translation>Vencen pronto</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>En revisión</translation>
    </message>
    <message>
        <source>Waiting on applicant</source>
        <translation>Esperan al solicitante</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Le necesitan</translation>
    </message>
    <message>
        <source>Contested or late</source>
        <translation>En disputa o tardíos</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Nothing is due soon.</source>
        <translation>Nada vence pronto.</translation>
    </message>
    <message>
        <source>Undecided cases that are late or due within 7 days would be here.</source>
        <translation>Aquí estarían los casos sin decidir que están atrasados o vencen en 7 días.</translation>
    </message>
    <message>
        <source>No case is in review.</source>
        <translation>Ningún caso está en revisión.</translation>
    </message>
    <message>
        <source>Cases you have begun to work on would be here.</source>
        <translation>Aquí estarían los casos en los que ya empezó a trabajar.</translation>
    </message>
    <message>
        <source>Nobody owes you an answer.</source>
        <translation>Nadie le debe una respuesta.</translation>
    </message>
    <message>
        <source>Cases in which an applicant was asked for information would be here.</source>
        <translation>Aquí estarían los casos en los que se pidió información al solicitante.</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>Nada le necesita.</translation>
    </message>
    <message>
        <source>Work of yours that the office did not accept as it was, and decided cases whose facts changed, would be here.</source>
        <translation>Aquí estarían los trabajos suyos que la oficina no aceptó como estaban y los casos decididos cuyos datos cambiaron.</translation>
    </message>
    <message>
        <source>No contested or late work.</source>
        <translation>No hay trabajo en disputa ni tardío.</translation>
    </message>
    <message>
        <source>Cases that two people decided differently, and work that arrived after a case had moved, would be here.</source>
        <translation>Aquí estarían los casos que dos personas decidieron de forma distinta y el trabajo que llegó después del traslado de un caso.</translation>
    </message>
    <message>
        <source>No cases are assigned to you.</source>
        <translation>No tiene casos asignados.</translation>
    </message>
    <message>
        <source>When a case is assigned to you, it comes with the next sync.</source>
        <translation>Cuando se le asigne un caso, llegará con la próxima sincronización.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>ERAP Desktop</source>
        <translation>ERAP Desktop</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>Menú (F10)</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>{place}, {count} waiting</source>
        <translation>{place}, {count} en espera</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>The case had moved to someone else before this arrived. Nothing is lost: it waits for them or your supervisor to adopt it.</source>
        <translation>El caso había pasado a otra persona antes de que esto llegara. No se perdió nada: espera a que esa persona o su supervisor lo adopte.</translation>
    </message>
    <message>
        <source>Facts of the case changed before this arrived, so the decision was set aside and has no effect yet. Open the case, read what changed, and decide again or adopt it.</source>
        <translation>Cambiaron datos del caso antes de que esto llegara; por eso la decisión se apartó y aún no tiene efecto. Abra el caso, lea qué cambió y decida de nuevo o adóptela.</translation>
    </message>
    <message>
        <source>Somebody else had moved the case first. Both moves are kept; a supervisor chooses.</source>
        <translation>Otra persona había pasado el caso antes. Se guardan ambos traslados; elige un supervisor.</translation>
    </message>
    <message>
        <source>The office’s program does not know this kind of change yet. It is kept and will be tried again after the office has upgraded.</source>
        <translation>El programa de la oficina aún no conoce este tipo de cambio. Se guarda y se intentará de nuevo cuando la oficina se actualice.</translation>
    </message>
    <message>
        <source>Somebody else decided this case too, and differently. Both decisions are kept, and payment is on hold until a supervisor chooses.</source>
        <translation>Otra persona también decidió este caso, y de forma distinta. Se guardan ambas decisiones y el pago está detenido hasta que un supervisor elija.</translation>
    </message>
    <message>
        <source>Somebody else had dealt with this before yours arrived. Theirs stands.</source>
        <translation>Otra persona lo había resuelto antes de que llegara lo suyo. Vale lo de esa persona.</translation>
    </message>
    <message>
        <source>One more decision had arrived that this settlement did not know of. Look at all of them and settle again.</source>
        <translation>Había llegado otra decisión que este arreglo no conocía. Mírelas todas y decida de nuevo cuál queda.</translation>
    </message>
    <message>
        <source>The case was settled before this arrived. Nothing is left to do.</source>
        <translation>El caso se resolvió antes de que esto llegara. No queda nada por hacer.</translation>
    </message>
    <message>
        <source>The office’s program could not work this out; that is a fault of ours. It is kept. Please copy the details and send them to support.</source>
        <translation>El programa de la oficina no pudo procesarlo; es un fallo nuestro. Está guardado. Copie los datos y envíelos a soporte.</translation>
    </message>
    <message>
        <source>The case was not yours to change when this arrived, or waited for another step. It had no effect.</source>
        <translation>Cuando esto llegó, usted no podía cambiar el caso, o este esperaba otro paso. No tuvo efecto.</translation>
    </message>
    <message>
        <source>The office does not know this case. It had no effect.</source>
        <translation>La oficina no conoce este caso. No tuvo efecto.</translation>
    </message>
    <message>
        <source>What this was about is not there any more. It had no effect.</source>
        <translation>Aquello de lo que trataba ya no existe. No tuvo efecto.</translation>
    </message>
    <message>
        <source>There is no active caseworker or laptop of that name. It had no effect.</source>
        <translation>No hay trabajador ni computadora activos con ese nombre. No tuvo efecto.</translation>
    </message>
    <message>
        <source>This had already been done. It had no second effect.</source>
        <translation>Ya se había hecho. No tuvo un segundo efecto.</translation>
    </message>
    <message>
        <source>The value can not be recorded as it stands. It had no effect; enter it again.</source>
        <translation>El valor no se puede registrar así. No tuvo efecto; escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>The award was not valid: a month, an amount or a payee does not fit. Decide again.</source>
        <translation>La ayuda no era válida: un mes, un monto o un beneficiario no corresponde. Decida de nuevo.</translation>
    </message>
    <message>
        <source>A reason for denial is not one of the program’s. Decide again.</source>
        <translation>Un motivo de denegación no es del programa. Decida de nuevo.</translation>
    </message>
    <message>
        <source>A reason for denial is for supervisors. Recommend the denial instead.</source>
        <translation>Un motivo de denegación es para supervisores. Recomiende la denegación.</translation>
    </message>
    <message>
        <source>The worksheet meets the test behind a reason for denial, and no reason was written. Decide again.</source>
        <translation>La hoja cumple la prueba de un motivo de denegación y no se escribió por qué. Decida de nuevo.</translation>
    </message>
    <message>
        <source>Information is still missing: it can not be held against the applicant. Ask for it first.</source>
        <translation>Aún falta información: no puede usarse en contra del solicitante. Pídala primero.</translation>
    </message>
    <message>
        <source>A written reason was needed. Do it again and say why.</source>
        <translation>Hacía falta un motivo escrito. Hágalo de nuevo y diga por qué.</translation>
    </message>
    <message>
        <source>The application had become part of another case before this arrived. It is kept for a supervisor; do it again on the other case if it still counts.</source>
        <translation>La solicitud ya formaba parte de otro caso cuando esto llegó. Se guarda para un supervisor; repítalo en el otro caso si todavía vale.</translation>
    </message>
    <message>
        <source>The office tried it again after its upgrade. Open the case to see what came of it.</source>
        <translation>La oficina lo intentó de nuevo tras actualizarse. Abra el caso para ver en qué quedó.</translation>
    </message>
    <message>
        <source>The program is closed: nothing can be awarded any more. Notes and appeals go on.</source>
        <translation>El programa está cerrado: ya no se puede conceder nada. Las notas y apelaciones siguen.</translation>
    </message>
    <message>
        <source>The rules of the program had changed before this arrived, and under the new ones the case comes out differently. Nothing is lost: open the case and decide again, or adopt it.</source>
        <translation>Las reglas del programa habían cambiado antes de que esto llegara, y con las nuevas el caso da otro resultado. No se ha perdido nada: abra el caso y decida de nuevo, o adopte la decisión.</translation>
    </message>
    <message>
        <source>The settlement did not keep one of the decisions. Look at all of them and settle again.</source>
        <translation>El arreglo no conservó ninguna de las decisiones. Mírelas todas y decida de nuevo cuál queda.</translation>
    </message>
    <message>
        <source>The case is closed. Only notes can be added.</source>
        <translation>El caso está cerrado. Solo se pueden añadir notas.</translation>
    </message>
    <message>
        <source>It was too large. Make it shorter and do it again.</source>
        <translation>Era demasiado grande. Acórtelo y hágalo de nuevo.</translation>
    </message>
    <message>
        <source>It could not be read. Please copy the details and send them to support.</source>
        <translation>No se pudo leer. Copie los datos y envíelos a soporte.</translation>
    </message>
    <message>
        <source>Somebody else had decided the same. Both are on record; nothing is left to do.</source>
        <translation>Otra persona había decidido lo mismo. Ambas quedan registradas; no queda nada por hacer.</translation>
    </message>
    <message>
        <source>Somebody else had changed the same fact. Their value stands and yours is kept beside it, for the caseworker to choose.</source>
        <translation>Otra persona había cambiado el mismo dato. Vale su valor y el de usted queda al lado, para que el trabajador elija.</translation>
    </message>
    <message>
        <source>It is on the case, marked as from the previous caseworker.</source>
        <translation>Está en el caso, marcado como del trabajador anterior.</translation>
    </message>
    <message>
        <source>It is at the office and counts.</source>
        <translation>Está en la oficina y vale.</translation>
    </message>
    <message>
        <source>The office keeps this until somebody has looked at it. Nothing is lost.</source>
        <translation>La oficina lo guarda hasta que alguien lo mire. No se perdió nada.</translation>
    </message>
    <message>
        <source>The office did not accept this. It had no effect; everything else went through.</source>
        <translation>La oficina no lo aceptó. No tuvo efecto; todo lo demás pasó.</translation>
    </message>
    <message>
        <source>You took this back before it had any effect.</source>
        <translation>Usted lo retiró antes de que tuviera efecto.</translation>
    </message>
    <message>
        <source>It is saved here, twice, and goes out with the next sync. You can still take it back.</source>
        <translation>Está guardado aquí, dos veces, y sale con la próxima sincronización. Todavía puede retirarlo.</translation>
    </message>
    <message>
        <source>It is at the office; its answer comes with the next sync. It will not be sent twice.</source>
        <translation>Está en la oficina; la respuesta llega con la próxima sincronización. No se enviará dos veces.</translation>
    </message>
    <message>
        <source>It was adopted and counts now.</source>
        <translation>Se adoptó y ahora vale.</translation>
    </message>
    <message>
        <source>It was read and declined. It stays on record.</source>
        <translation>Se leyó y se rechazó. Queda registrado.</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>This is not possible here. Nothing was saved.</source>
        <translation>Aquí no es posible. No se guardó nada.</translation>
    </message>
    <message>
        <source>The case has moved to someone else. Nothing was saved; tell them what you know.</source>
        <translation>El caso pasó a otra persona. No se guardó nada; dígale lo que usted sabe.</translation>
    </message>
    <message>
        <source>Facts of the case changed while you worked. Read it again, then decide.</source>
        <translation>Cambiaron datos del caso mientras trabajaba. Léalo otra vez y luego decida.</translation>
    </message>
    <message>
        <source>The case was moved in the meantime. Sync, then look who has it.</source>
        <translation>Entretanto el caso se movió. Sincronice y vea quién lo tiene.</translation>
    </message>
    <message>
        <source>The rules for this are not on this laptop yet. Sync once, then try again.</source>
        <translation>Las reglas aún no están en esta computadora. Sincronice una vez e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>There is already a decision on this case. Read it first; a new decision can replace it.</source>
        <translation>Ya hay una decisión sobre este caso. Léala primero; una nueva puede reemplazarla.</translation>
    </message>
    <message>
        <source>Another decision already says the same. Nothing is left to do.</source>
        <translation>Otra decisión ya dice lo mismo. No queda nada por hacer.</translation>
    </message>
    <message>
        <source>Somebody else changed the same fact. Both values are kept for you to choose.</source>
        <translation>Otra persona cambió el mismo dato. Se guardan los dos valores para que elija.</translation>
    </message>
    <message>
        <source>This came from the person who had the case before.</source>
        <translation>Esto viene de quien tenía el caso antes.</translation>
    </message>
    <message>
        <source>You may not do this on this case: it is not assigned to you, or it waits for another step.</source>
        <translation>No puede hacer esto en este caso: no lo tiene asignado, o espera otro paso.</translation>
    </message>
    <message>
        <source>This case is not known. Sync, then look for it again.</source>
        <translation>Este caso no se conoce. Sincronice y búsquelo de nuevo.</translation>
    </message>
    <message>
        <source>What this was about is not there any more.</source>
        <translation>Aquello de lo que se trataba ya no está.</translation>
    </message>
    <message>
        <source>{detail} is not an active caseworker. Choose somebody else.</source>
        <translation>{detail} no es un trabajador activo. Elija a otra persona.</translation>
    </message>
    <message>
        <source>This has already been dealt with.</source>
        <translation>Esto ya se resolvió.</translation>
    </message>
    <message>
        <source>This can not be recorded as it stands. Check what you typed; nothing was saved.</source>
        <translation>Así no se puede registrar. Revise lo que escribió; no se guardó nada.</translation>
    </message>
    <message>
        <source>The award is not valid: it needs at least one line, each between $0.01 and $10,000.00.</source>
        <translation>La ayuda no es válida: necesita al menos una línea, cada una entre $0.01 y $10,000.00.</translation>
    </message>
    <message>
        <source>A denial needs at least one of the program&apos;s reasons.</source>
        <translation>Una negativa necesita al menos uno de los motivos del programa.</translation>
    </message>
    <message>
        <source>Reason {detail} is for supervisors. Recommend the denial instead.</source>
        <translation>El motivo {detail} es para supervisores. Recomiende la negativa.</translation>
    </message>
    <message>
        <source>The rules of the program have changed. Read the worksheet again, then decide.</source>
        <translation>Las reglas del programa han cambiado. Lea de nuevo la hoja de trabajo y después decida.</translation>
    </message>
    <message>
        <source>The worksheet meets the test behind {detail}. Write why you decide otherwise.</source>
        <translation>La hoja cumple la prueba de {detail}. Escriba por qué decide otra cosa.</translation>
    </message>
    <message>
        <source>This application goes on as another case. Only notes and papers can be added here.</source>
        <translation>Esta solicitud continúa como otro caso. Aquí solo se pueden añadir notas y documentos.</translation>
    </message>
    <message>
        <source>{detail} can not be used while information is missing. Ask the applicant for it first.</source>
        <translation>{detail} no se puede usar mientras falte información. Pídala primero al solicitante.</translation>
    </message>
    <message>
        <source>The worksheet does not say so by itself. Write why you decide this way.</source>
        <translation>La hoja no lo dice por sí sola. Escriba por qué decide así.</translation>
    </message>
    <message>
        <source>The program is closed: nothing can be awarded any more. Notes and appeals go on.</source>
        <translation>El programa está cerrado: ya no se puede otorgar nada. Las notas y apelaciones siguen.</translation>
    </message>
    <message>
        <source>A settlement must name every open decision and keep one of them. Sync, then look again.</source>
        <translation>El arreglo debe nombrar todas las decisiones abiertas y conservar una. Sincronice y revise.</translation>
    </message>
    <message>
        <source>Nothing is contested on this case any more.</source>
        <translation>En este caso ya no hay nada en disputa.</translation>
    </message>
    <message>
        <source>The case is closed. Only notes can be added.</source>
        <translation>El caso está cerrado. Solo se pueden agregar notas.</translation>
    </message>
    <message>
        <source>This is too large to be sent. Make it shorter.</source>
        <translation>Es demasiado grande para enviarlo. Hágalo más corto.</translation>
    </message>
    <message>
        <source>This could not be read. Nothing was saved.</source>
        <translation>Esto no se pudo leer. No se guardó nada.</translation>
    </message>
    <message>
        <source>The program could not work this out; that is a fault of ours. Nothing was saved.</source>
        <translation>El programa no pudo resolver esto; es una falla nuestra. No se guardó nada.</translation>
    </message>
    <message>
        <source>This case is not on this laptop. Nothing was changed. Sync, or look for it again.</source>
        <translation>Este caso no está en esta computadora. No cambió nada. Sincronice o búsquelo de nuevo.</translation>
    </message>
    <message>
        <source>This has already left the laptop. It can&apos;t be taken back, only followed by a new decision.</source>
        <translation>Esto ya salió de la computadora. No se puede retirar, solo tomar una nueva decisión.</translation>
    </message>
    <message>
        <source>This has already been taken back.</source>
        <translation>Esto ya se retiró.</translation>
    </message>
    <message>
        <source>This could not be saved: {reason}. What was saved before is safe; try again.</source>
        <translation>No se pudo guardar: {reason}. Lo guardado antes está seguro; inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>RuleRow</name>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>How this was worked out</source>
        <translation>Cómo se calculó</translation>
    </message>
    <message>
        <source>How this was worked out: {question}</source>
        <translation>Cómo se calculó: {question}</translation>
    </message>
    <message>
        <source>Rule: {citation}</source>
        <translation>Regla: {citation}</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message numerus="yes">
        <source>%n months asked for, of at most {max}</source>
        <translation>
            <numerusform>%n mes solicitado, de un máximo de {max}</numerusform>
            <numerusform>%n meses solicitados, de un máximo de {max}</numerusform>
        </translation>
    </message>
    <message>
        <source>Doesn&apos;t meet</source>
        <translation>No cumple</translation>
    </message>
    <message>
        <source>Meets</source>
        <translation>Cumple</translation>
    </message>
    <message>
        <source>More than 8 persons: the limit for 8, plus 8% of the limit for 4 for each of {more} more</source>
        <translation>Más de 8 personas: el límite para 8, más 8% del límite para 4 por cada una de {more} más</translation>
    </message>
    <message>
        <source>Need information</source>
        <translation>Falta información</translation>
    </message>
    <message>
        <source>No priority</source>
        <translation>Sin prioridad</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message numerus="yes">
        <source>Row used: {county} County, %n persons, fiscal year {year}</source>
        <translation>
            <numerusform>Fila usada: condado de {county}, %n persona, año fiscal {year}</numerusform>
            <numerusform>Fila usada: condado de {county}, %n personas, año fiscal {year}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{county} County, %n persons, FY {year}</source>
        <translation>
            <numerusform>Condado de {county}, %n persona, año fiscal {year}</numerusform>
            <numerusform>Condado de {county}, %n personas, año fiscal {year}</numerusform>
        </translation>
    </message>
    <message>
        <source>Source: {source}</source>
        <translation>Fuente: {source}</translation>
    </message>
    <message>
        <source>awards until {date}</source>
        <translation>otorga ayuda hasta el {date}</translation>
    </message>
    <message>
        <source>limit {amount}</source>
        <translation>límite {amount}</translation>
    </message>
    <message>
        <source>{amount} a month, {lease}</source>
        <translation>{amount} al mes, {lease}</translation>
    </message>
    <message>
        <source>{amount} a year</source>
        <translation>{amount} al año</translation>
    </message>
    <message>
        <source>{asked} asked for + {before} before = {total} of {max} months</source>
        <translation>{asked} solicitados + {before} anteriores = {total} de {max} meses</translation>
    </message>
    <message>
        <source>{who}: amount not yet known</source>
        <translation>{who}: cantidad aún desconocida</translation>
    </message>
    <message>
        <source>{who}: {amount} {period} × {periods} = {yearly} a year</source>
        <translation>{who}: {amount} {period} × {periods} = {yearly} al año</translation>
    </message>
</context>
<context>
    <name>SearchButton</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search cases and commands</source>
        <translation>Buscar casos y acciones</translation>
    </message>
</context>
<context>
    <name>Segmented</name>
    <message>
        <source>{name}, {count}</source>
        <translation>{name}, {count}</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Followed here: {value}.</source>
        <translation>Aquí se sigue: {value}.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts here</source>
        <translation>Atajos de teclado aquí</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Do not say yet: “You are approved”, an amount, or a date.</source>
        <translation>No diga todavía: «Está aprobado», una cantidad ni una fecha.</translation>
    </message>
    <message>
        <source>Do not say yet: “You are denied”. The days for an appeal run from the letter.</source>
        <translation>No diga todavía: «Está negado». Los días para apelar cuentan desde la carta.</translation>
    </message>
    <message>
        <source>I close the application as you asked. You may apply again at any time.</source>
        <translation>Cierro la solicitud como usted pidió. Puede volver a solicitar cuando quiera.</translation>
    </message>
    <message>
        <source>I have written down that help can be given. The office confirms it; then you get a letter.</source>
        <translation>He anotado que se puede dar la ayuda. La oficina lo confirma; después recibe una carta.</translation>
    </message>
    <message>
        <source>I have written down what I found. The office writes to you with the reasons and how to appeal.</source>
        <translation>He anotado lo que encontré. La oficina le escribe con los motivos y cómo apelar.</translation>
    </message>
    <message>
        <source>We need a few more papers from you. You get a list; nothing is decided against you meanwhile.</source>
        <translation>Necesitamos algunos papeles más. Recibe una lista; mientras tanto no se decide nada en su contra.</translation>
    </message>
    <message>
        <source>Your case goes to a second person, who reads it and decides. Nothing is decided yet.</source>
        <translation>Su caso pasa a una segunda persona, que lo lee y decide. Todavía no hay decisión.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Trabajar sin conexión</translation>
    </message>
    <message>
        <source>Send and fetch nothing until this is off again</source>
        <translation>No enviar ni traer nada hasta desactivarlo</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Lock now; drafts are kept</source>
        <translation>Bloquear ahora; los borradores se conservan</translation>
    </message>
    <message>
        <source>Synthetic demo data</source>
        <translation>Datos ficticios</translation>
    </message>
    <message>
        <source>No contact yet</source>
        <translation>Aún sin contacto</translation>
    </message>
    <message>
        <source>Last contact {time}</source>
        <translation>Último contacto {time}</translation>
    </message>
</context>
<context>
    <name>SummarySection</name>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Open the worksheet</source>
        <translation>Abrir la hoja de trabajo</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Solicita</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Hogar</translation>
    </message>
    <message>
        <source>no months yet</source>
        <translation>aún sin meses</translation>
    </message>
    <message numerus="yes">
        <source>%n months, {first} to {last}</source>
        <translation>
            <numerusform>%n mes, {first} a {last}</numerusform>
            <numerusform>%n meses, {first} a {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
    <message>
        <source>Facts missing</source>
        <translation>Faltan datos</translation>
    </message>
    <message>
        <source>Income a year</source>
        <translation>Ingresos al año</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Cumple</translation>
    </message>
    <message>
        <source>Not met</source>
        <translation>No cumple</translation>
    </message>
    <message>
        <source>Not yet known</source>
        <translation>Aún no se sabe</translation>
    </message>
    <message>
        <source>limit {amount}</source>
        <translation>límite {amount}</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>Hoja de trabajo</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>Aún sin reglas</translation>
    </message>
    <message>
        <source>sync once to get them</source>
        <translation>sincronice una vez para recibirlas</translation>
    </message>
    <message>
        <source>{met} of {all} tests are met</source>
        <translation>se cumplen {met} de {all} pruebas</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Qué sigue</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Presentada</translation>
    </message>
    <message>
        <source>Eviction date</source>
        <translation>Fecha de desalojo</translation>
    </message>
    <message>
        <source>Why it is here</source>
        <translation>Por qué está aquí</translation>
    </message>
    <message>
        <source>It is assigned to you.</source>
        <translation>Lo tiene asignado usted.</translation>
    </message>
    <message>
        <source>You had it before; it stays here to be read.</source>
        <translation>Lo tuvo antes; queda aquí para leer.</translation>
    </message>
    <message>
        <source>It belongs to an office you supervise.</source>
        <translation>Es de una oficina que usted supervisa.</translation>
    </message>
</context>
<context>
    <name>SyncCentre</name>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Dónde está</translation>
    </message>
</context>
<context>
    <name>SyncCentreScreen</name>
    <message>
        <source>Sync center</source>
        <translation>Centro de sincronización</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Metered line</source>
        <translation>Pago por uso</translation>
    </message>
    <message>
        <source>This network costs money: what goes by itself is as your administrator has set it.</source>
        <translation>Esta red cuesta dinero: lo que se envía por sí solo es lo que fijó su administrador.</translation>
    </message>
    <message>
        <source>What you did on this laptop</source>
        <translation>Lo que hizo en esta computadora</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Le necesitan</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibidos</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nada le necesita</translation>
    </message>
    <message>
        <source>Changes the office set aside would be here.</source>
        <translation>Aquí estarían los cambios que la oficina apartó.</translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Nada espera envío</translation>
    </message>
    <message>
        <source>Changes that are only on this laptop would be here.</source>
        <translation>Aquí estarían los cambios que solo están en esta computadora.</translation>
    </message>
    <message>
        <source>Nothing confirmed lately</source>
        <translation>Nada confirmado últimamente</translation>
    </message>
    <message>
        <source>Changes the office has confirmed stay here while their case is on this laptop.</source>
        <translation>Los cambios que la oficina confirmó quedan aquí mientras su caso esté en esta computadora.</translation>
    </message>
    <message>
        <source>Details copied. They hold no name and nothing from the case.</source>
        <translation>Datos copiados. No contienen ningún nombre ni nada del caso.</translation>
    </message>
</context>
<context>
    <name>SyncHeadline</name>
    <message numerus="yes">
        <source>%Ln items need you</source>
        <translation>
            <numerusform>%Ln asunto le necesita</numerusform>
            <numerusform>%Ln asuntos le necesitan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes are only on this laptop</source>
        <translation>
            <numerusform>%Ln cambio está solo en esta computadora</numerusform>
            <numerusform>%Ln cambios están solo en esta computadora</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits on this laptop</source>
        <translation>Nada espera en esta computadora</translation>
    </message>
    <message>
        <source>Not checked with the office yet.</source>
        <translation>Aún no se ha consultado a la oficina.</translation>
    </message>
    <message>
        <source>Everything you did is at the office</source>
        <translation>Todo lo que hizo está en la oficina</translation>
    </message>
    <message>
        <source>Checked {time}.</source>
        <translation>Revisado: {time}.</translation>
    </message>
    <message>
        <source>The oldest has waited {age}.</source>
        <translation>El más antiguo espera hace {age}.</translation>
    </message>
    <message>
        <source>Last contact with the office: {time}.</source>
        <translation>Último contacto con la oficina: {time}.</translation>
    </message>
    <message>
        <source>You are working offline: nothing is sent until you switch that off.</source>
        <translation>Trabaja sin conexión: no se envía nada hasta que lo desactive.</translation>
    </message>
    <message>
        <source>Talking to the office now…</source>
        <translation>Hablando con la oficina…</translation>
    </message>
    <message>
        <source>No connection just now. It tries again by itself; you can keep working.</source>
        <translation>Sin conexión por ahora. Se intenta de nuevo solo; puede seguir trabajando.</translation>
    </message>
</context>
<context>
    <name>SyncNotices</name>
    <message>
        <source>This network wants a sign-in</source>
        <translation>Esta red pide iniciar sesión</translation>
    </message>
    <message>
        <source>A page of the network answered instead of the office. Your work is safe here. Sign in to the network in the browser, then sync.</source>
        <translation>En lugar de la oficina respondió una página de la red. Su trabajo está seguro aquí. Inicie sesión en la red con el navegador y luego sincronice.</translation>
    </message>
    <message>
        <source>It was probably restored from a backup. Nothing was sent, and everything you did is kept here. Tell your administrator before anything else.</source>
        <translation>Probablemente se restauró de una copia de seguridad. No se envió nada y todo lo que hizo se conserva aquí. Avise antes que nada a su administrador.</translation>
    </message>
    <message>
        <source>Nothing was sent, and your work is safe here. Use another network, or ask your administrator to enter the password in the proxy settings of this computer.</source>
        <translation>No se envió nada y su trabajo está a salvo aquí. Use otra red o pida a su administrador que ponga la contraseña en los ajustes de proxy de esta computadora.</translation>
    </message>
    <message>
        <source>Nothing was thrown away, and each change also exists as a sealed copy that the office can open. Do not delete anything; ask your administrator to collect the copies.</source>
        <translation>No se tiró nada, y cada cambio existe también como copia sellada que la oficina puede abrir. No borre nada; pida a su administrador que recoja las copias.</translation>
    </message>
    <message>
        <source>One change is too large for this network</source>
        <translation>Un cambio es demasiado grande para esta red</translation>
    </message>
    <message>
        <source>Open the sign-in page</source>
        <translation>Abrir la página de inicio</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>Quitarlos</translation>
    </message>
    <message>
        <source>Somebody else answered for the office</source>
        <translation>Otro respondió en lugar de la oficina</translation>
    </message>
    <message>
        <source>The file with your own work is damaged</source>
        <translation>El archivo con su propio trabajo está dañado</translation>
    </message>
    <message>
        <source>The office knows less than it did</source>
        <translation>La oficina sabe menos que antes</translation>
    </message>
    <message>
        <source>This laptop’s copy can not be made the same as the office’s</source>
        <translation>La copia de esta computadora no se puede igualar a la de la oficina</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Another copy of this laptop has been at the office</source>
        <translation>Otra copia de esta computadora estuvo en la oficina</translation>
    </message>
    <message>
        <source>These files were restored from a backup or copied. Everything made here is kept and will be sent once this laptop has a number of its own: ask your administrator for a one-time code and enroll again.</source>
        <translation>Estos archivos se restauraron de una copia o se copiaron. Todo lo hecho aquí se conserva y se enviará cuando esta computadora tenga número propio: pida a su administrador un código de un solo uso y regístrela de nuevo.</translation>
    </message>
    <message>
        <source>The office does not accept this laptop any more</source>
        <translation>La oficina ya no acepta esta computadora</translation>
    </message>
    <message>
        <source>Everything was tried that can be tried today. What you do here is safe and still goes to the office, but a case may look different there. Please tell support.</source>
        <translation>Hoy ya se intentó todo lo posible. Lo que usted hace aquí está a salvo y sigue llegando a la oficina, pero un caso puede verse distinto allí. Avise a soporte, por favor.</translation>
    </message>
    <message>
        <source>It and the changes made after it are safe on this laptop. Sync from another network, for example in the office. If it happens there, too, tell support.</source>
        <translation>Este cambio y los hechos después están a salvo en esta computadora. Sincronice desde otra red, por ejemplo en la oficina. Si ocurre también allí, avise al soporte.</translation>
    </message>
    <message>
        <source>It was removed from the list, or your account was closed. Your work is safe here. Ask your administrator for a one-time code and enroll again.</source>
        <translation>Se quitó de la lista o se cerró su cuenta. Su trabajo está seguro aquí. Pida a su administrador un código de un solo uso y regístrela de nuevo.</translation>
    </message>
    <message>
        <source>More than half of your cases have left this laptop</source>
        <translation>Más de la mitad de sus casos han salido de esta computadora</translation>
    </message>
    <message>
        <source>The certificate shown is not the office’s, or is not valid today, so nothing was sent to them. Your work is safe here. Check the date of this computer and use another network; tell your administrator if it happens everywhere.</source>
        <translation>El certificado mostrado no es el de la oficina o no es válido hoy, así que no se les envió nada. Su trabajo está a salvo aquí. Revise la fecha de esta computadora y use otra red; avise a su administrador si ocurre en todas partes.</translation>
    </message>
    <message>
        <source>The office has a newer program</source>
        <translation>La oficina tiene un programa más nuevo</translation>
    </message>
    <message>
        <source>The proxy of this network wants a password</source>
        <translation>El proxy de esta red pide una contraseña</translation>
    </message>
    <message>
        <source>What you did was taken in. To get news of your cases, install the newer version of this program.</source>
        <translation>Lo que hizo se recibió. Para tener noticias de sus casos, instale la versión más nueva de este programa.</translation>
    </message>
    <message>
        <source>The office system is busy</source>
        <translation>El sistema de la oficina está ocupado</translation>
    </message>
    <message>
        <source>Nothing is lost. It tries again by itself.</source>
        <translation>No se perdió nada. Se intenta de nuevo solo.</translation>
    </message>
    <message>
        <source>The office could not take this sync</source>
        <translation>La oficina no pudo aceptar esta sincronización</translation>
    </message>
    <message>
        <source>That is a fault of the program, not of yours. Your work is safe here. Please tell support.</source>
        <translation>Es un fallo del programa, no de usted. Su trabajo está seguro aquí. Avise a soporte.</translation>
    </message>
    <message>
        <source>This laptop’s copy is not the same as the office’s</source>
        <translation>La copia de esta computadora no es igual a la de la oficina</translation>
    </message>
    <message>
        <source>It repairs itself with the next syncs. Your own work is not affected. If this stays for a day, tell support.</source>
        <translation>Se repara sola con las próximas sincronizaciones. Su trabajo no se ve afectado. Si sigue así un día, avise a soporte.</translation>
    </message>
    <message>
        <source>Sync again</source>
        <translation>Sincronizar de nuevo</translation>
    </message>
    <message>
        <source>The copy of your cases on this laptop is damaged</source>
        <translation>La copia de sus casos en esta computadora está dañada</translation>
    </message>
    <message>
        <source>You can still read them, in case it is a mistake: if nobody told you of a change, call your supervisor. They are removed once you confirm it, or tomorrow if the office still says so.</source>
        <translation>Todavía puede leerlos, por si es un error: si nadie le avisó de un cambio, llame a su supervisor. Se quitan cuando usted lo confirme, o mañana si la oficina lo sigue indicando.</translation>
    </message>
    <message>
        <source>Your own work is kept in another file and is safe. The copy can be made anew; the cases come again with the next sync.</source>
        <translation>Su propio trabajo está en otro archivo y está seguro. La copia se puede hacer de nuevo; los casos vuelven con la próxima sincronización.</translation>
    </message>
    <message>
        <source>Make the copy anew</source>
        <translation>Hacer la copia de nuevo</translation>
    </message>
    <message>
        <source>The disk of this laptop is full</source>
        <translation>El disco de esta computadora está lleno</translation>
    </message>
    <message>
        <source>Everything saved before is safe. Free some space, then sync. Until then new work may not be saved.</source>
        <translation>Todo lo guardado antes está seguro. Libere espacio y sincronice. Hasta entonces quizá no se guarde trabajo nuevo.</translation>
    </message>
    <message>
        <source>The disk of this laptop refused</source>
        <translation>El disco de esta computadora falló</translation>
    </message>
    <message>
        <source>Everything saved before is safe. If it happens again, have the disk looked at.</source>
        <translation>Todo lo guardado antes está seguro. Si vuelve a ocurrir, haga revisar el disco.</translation>
    </message>
    <message>
        <source>Another program is syncing this profile</source>
        <translation>Otro programa está sincronizando este perfil</translation>
    </message>
    <message>
        <source>Nothing is wrong. This window tries again by itself.</source>
        <translation>No pasa nada malo. Esta ventana lo intenta de nuevo sola.</translation>
    </message>
    <message>
        <source>The sync could not be done</source>
        <translation>No se pudo sincronizar</translation>
    </message>
    <message>
        <source>Something unforeseen happened; that is a fault of ours. Your work is safe here. Please tell support.</source>
        <translation>Ocurrió algo imprevisto; es un fallo nuestro. Su trabajo está seguro aquí. Avise a soporte.</translation>
    </message>
    <message>
        <source>The copy of your cases was made anew</source>
        <translation>La copia de sus casos se hizo de nuevo</translation>
    </message>
    <message>
        <source>It had been damaged. Your own work is safe; the cases come again with the next sync.</source>
        <translation>Estaba dañada. Su propio trabajo está seguro; los casos vuelven con la próxima sincronización.</translation>
    </message>
</context>
<context>
    <name>SyncPill</name>
    <message>
        <source>Sending {n} of {total}…</source>
        <translation>Enviando {n} de {total}…</translation>
    </message>
    <message>
        <source>Sync is paused. Changes stay on this laptop.</source>
        <translation>Sincronización en pausa. Los cambios quedan en esta computadora.</translation>
    </message>
    <message>
        <source>We don&apos;t know yet if this arrived. We will check before sending again.</source>
        <translation>Aún no sabemos si llegó. Lo comprobaremos antes de reenviar.</translation>
    </message>
    <message>
        <source>Sign in again to send. Your work is safe here.</source>
        <translation>Inicie sesión para enviar. Su trabajo está seguro aquí.</translation>
    </message>
    <message>
        <source>Nothing waits here. Not checked with the office yet.</source>
        <translation>Aquí no espera nada. Aún no se ha consultado a la oficina.</translation>
    </message>
    <message>
        <source>Everything is at the office. Checked {time}.</source>
        <translation>Todo está en la oficina. Revisado: {time}.</translation>
    </message>
    <message>
        <source>Your oldest change has waited {age}.</source>
        <translation>Su cambio más antiguo espera hace {age}.</translation>
    </message>
    <message>
        <source>Your oldest change has waited {age}. Connect before {deadline}.</source>
        <translation>Su cambio más antiguo espera hace {age}. Conéctese antes del {deadline}.</translation>
    </message>
    <message>
        <source>Offline. Keep working; changes are saved here.</source>
        <translation>Sin conexión. Siga trabajando; los cambios se guardan aquí.</translation>
    </message>
    <message>
        <source>Metered line: nothing goes by itself. Sync now works.</source>
        <translation>Pago por uso: nada se envía por sí solo. Sincronizar ahora funciona.</translation>
    </message>
    <message>
        <source>Offline since {time}. Keep working; changes are saved here.</source>
        <translation>Sin conexión desde: {time}. Siga trabajando; los cambios se guardan aquí.</translation>
    </message>
    <message>
        <source>Quiet hours: nothing goes by itself. Sync now works.</source>
        <translation>Horas de silencio: nada se envía por sí solo. Sincronizar ahora funciona.</translation>
    </message>
    <message>
        <source>The office system is busy. Nothing is lost.</source>
        <translation>El sistema está ocupado. No se perdió nada.</translation>
    </message>
    <message>
        <source>The office system is busy. Nothing is lost. Trying again in {age}.</source>
        <translation>El sistema está ocupado. No se perdió nada. Nuevo intento en {age}.</translation>
    </message>
    <message>
        <source>Last contact with the office: {time}.</source>
        <translation>Último contacto con la oficina: {time}.</translation>
    </message>
    <message>
        <source>{weekday} {time}</source>
        <translation>{weekday} {time}</translation>
    </message>
    <message>
        <source>Opens the sync center</source>
        <translation>Abre el centro de sincronización</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>New application</source>
        <translation>Solicitud nueva</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Document added</source>
        <translation>Documento añadido</translation>
    </message>
    <message>
        <source>Fact corrected</source>
        <translation>Dato corregido</translation>
    </message>
    <message>
        <source>Checklist mark</source>
        <translation>Marca en la lista</translation>
    </message>
    <message>
        <source>Information requested</source>
        <translation>Información pedida</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Recomendación</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Aprobación</translation>
    </message>
    <message>
        <source>Denial</source>
        <translation>Denegación</translation>
    </message>
    <message>
        <source>Closed at the applicant’s request</source>
        <translation>Cierre a petición</translation>
    </message>
    <message>
        <source>Taking something back</source>
        <translation>Retiro de un cambio</translation>
    </message>
    <message>
        <source>Reassignment</source>
        <translation>Traslado de caso</translation>
    </message>
    <message>
        <source>Settlement of two decisions</source>
        <translation>Elección entre dos</translation>
    </message>
    <message>
        <source>Answer to work that waited</source>
        <translation>Respuesta a trabajo</translation>
    </message>
    <message>
        <source>Settings for laptops</source>
        <translation>Ajustes enviados</translation>
    </message>
    <message>
        <source>Only on this laptop</source>
        <translation>Solo en esta comp.</translation>
    </message>
    <message>
        <source>Received, answer to come</source>
        <translation>Recibido, sin respuesta</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Two decisions</source>
        <translation>Dos decisiones</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apartado</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>No aceptado</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>Adoptado</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>{state}, seen</source>
        <translation>{state}, visto</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>Sin caso</translation>
    </message>
    <message>
        <source>Begun and not saved</source>
        <translation>Empezado y sin guardar</translation>
    </message>
    <message>
        <source>New here, no number yet</source>
        <translation>Nuevo aquí, aún sin número</translation>
    </message>
    <message>
        <source>No longer on this laptop</source>
        <translation>Ya no está aquí</translation>
    </message>
    <message>
        <source>The case has left</source>
        <translation>El caso ya no está aquí</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Intentado de nuevo</translation>
    </message>
    <message>
        <source>Two cases made one</source>
        <translation>Dos casos unidos en uno</translation>
    </message>
    <message>
        <source>Two contacts made one</source>
        <translation>Dos contactos unidos en uno</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>aún sin número</translation>
    </message>
    <message>
        <source>{what}, {case}, {when}, {state}</source>
        <translation>{what}, {case}, {when}, {state}</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message numerus="yes">
        <source>%Ln of them are decided already.</source>
        <translation>
            <numerusform>%Ln de ellos ya está decidido.</numerusform>
            <numerusform>%Ln de ellos ya están decididos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are due within 7 days.</source>
        <translation>
            <numerusform>%Ln de ellos vence en los próximos 7 días.</numerusform>
            <numerusform>%Ln de ellos vencen en los próximos 7 días.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are overdue already.</source>
        <translation>
            <numerusform>%Ln de ellos ya está atrasado.</numerusform>
            <numerusform>%Ln de ellos ya están atrasados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are {name}’s already and stay.</source>
        <translation>
            <numerusform>%Ln de ellos ya es de {name} y se queda.</numerusform>
            <numerusform>%Ln de ellos ya son de {name} y se quedan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have contradicting decisions; moving does not settle that.</source>
        <translation>
            <numerusform>%Ln de ellos tiene decisiones que se contradicen; pasarlo no lo resuelve.</numerusform>
            <numerusform>%Ln de ellos tienen decisiones que se contradicen; pasarlos no lo resuelve.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have late work waiting; it moves along.</source>
        <translation>
            <numerusform>%Ln de ellos tiene trabajo tardío en espera; pasa con el caso.</numerusform>
            <numerusform>%Ln de ellos tienen trabajo tardío en espera; pasa con el caso.</numerusform>
        </translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Solicitante</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Cases by stage</source>
        <translation>Casos por etapa</translation>
    </message>
    <message>
        <source>Caseworker</source>
        <translation>Trabajador</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decididos</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>En revisión</translation>
    </message>
    <message>
        <source>It is not lost: it would arrive as late work, to be adopted.</source>
        <translation>No se pierde: llegaría como trabajo tardío, por adoptar.</translation>
    </message>
    <message>
        <source>Last heard from: {list}.</source>
        <translation>Últimas noticias: {list}.</translation>
    </message>
    <message>
        <source>Late work</source>
        <translation>Trabajo tardío</translation>
    </message>
    <message>
        <source>Move not sent</source>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nadie aún</translation>
    </message>
    <message>
        <source>Not known here: what {names} may have done and not sent yet.</source>
        <translation>Aquí no se sabe qué pudo hacer {names} sin haberlo enviado.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertos</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Atrasados</translation>
    </message>
    <message>
        <source>Second review</source>
        <translation>Segunda revisión</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>Especial</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Etapa</translation>
    </message>
    <message>
        <source>To start</source>
        <translation>Por empezar</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Two decisions</source>
        <translation>Dos decisiones</translation>
    </message>
    <message>
        <source>Waiting on applicant</source>
        <translation>Espera al solicitante</translation>
    </message>
    <message>
        <source>{name} (not active)</source>
        <translation>{name} (inactivo)</translation>
    </message>
    <message>
        <source>{name} would go from {before} open cases to {after}.</source>
        <translation>{name} pasaría de {before} casos abiertos a {after}.</translation>
    </message>
    <message>
        <source>{name} {age}</source>
        <translation>{name} {age}</translation>
    </message>
    <message>
        <source>{name}: {parts}; {total} in all, {overdue} overdue</source>
        <translation>{name}: {parts}; {total} en total, {overdue} atrasados</translation>
    </message>
    <message>
        <source>{stage} {n}</source>
        <translation>{stage} {n}</translation>
    </message>
</context>
<context>
    <name>TeamScreen</name>
    <message numerus="yes">
        <source>%Ln cases move to {name}</source>
        <translation>
            <numerusform>%Ln caso pasa a {name}</numerusform>
            <numerusform>%Ln casos pasan a {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be moved.</source>
        <translation>
            <numerusform>%Ln no se pudo pasar.</numerusform>
            <numerusform>%Ln no se pudieron pasar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had already left the laptop.</source>
        <translation>
            <numerusform>%Ln ya había salido de la computadora.</numerusform>
            <numerusform>%Ln ya habían salido de la computadora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moves taken back.</source>
        <translation>
            <numerusform>%Ln traslado retirado.</numerusform>
            <numerusform>%Ln traslados retirados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln seleccionado</numerusform>
            <numerusform>%Ln seleccionados</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases of the chosen caseworker</source>
        <translation>Casos del trabajador elegido</translation>
    </message>
    <message>
        <source>Cases of {name}</source>
        <translation>Casos de {name}</translation>
    </message>
    <message>
        <source>Caseworkers and their cases</source>
        <translation>Trabajadores y sus casos</translation>
    </message>
    <message>
        <source>Saved on this laptop. They count once the office has received them.</source>
        <translation>Guardado en esta computadora. Valen cuando la oficina los haya recibido.</translation>
    </message>
    <message>
        <source>Select cases first, then choose whom to move them to.</source>
        <translation>Primero seleccione casos y luego elija a quién pasarlos.</translation>
    </message>
    <message>
        <source>Select cases to see what moving them would do.</source>
        <translation>Seleccione casos para ver qué pasaría al pasarlos.</translation>
    </message>
    <message>
        <source>Shift and the arrow keys select several, Ctrl+A all</source>
        <translation>Mayús y flechas seleccionan varios, Ctrl+A todos</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirarlo</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>They have left this laptop; the office confirms them with the next sync.</source>
        <translation>Han salido de esta computadora; la oficina los confirma con la próxima sincronización.</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>The copy of your cases on this laptop is damaged.</source>
        <translation>La copia de sus casos en esta computadora está dañada.</translation>
    </message>
    <message>
        <source>Your own work is safe: it is kept apart. The copy can be thrown away and brought anew from the office.</source>
        <translation>Su propio trabajo está seguro: se guarda aparte. La copia se puede desechar y traer de nuevo de la oficina.</translation>
    </message>
    <message>
        <source>The file with your own work is damaged.</source>
        <translation>El archivo con su propio trabajo está dañado.</translation>
    </message>
    <message>
        <source>Nothing was changed and nothing is thrown away. Tell your administrator before you go on; a second copy of every change is kept for them.</source>
        <translation>No se cambió ni se desecha nada. Avise a su administrador antes de seguir; hay una segunda copia de cada cambio para recuperarlo.</translation>
    </message>
    <message>
        <source>A newer ERAP Desktop has been used on this laptop.</source>
        <translation>En esta computadora se usó una versión más nueva de ERAP Desktop.</translation>
    </message>
    <message>
        <source>Nothing was touched. Install the newer version, then unlock again.</source>
        <translation>No se tocó nada. Instale la versión más nueva y desbloquee otra vez.</translation>
    </message>
    <message>
        <source>Setting up this laptop was not finished.</source>
        <translation>La preparación de esta computadora no terminó.</translation>
    </message>
    <message>
        <source>Nothing is stored here that could be lost. Set it up again with a new code.</source>
        <translation>Aquí no hay nada guardado que pudiera perderse. Prepárela otra vez con un código nuevo.</translation>
    </message>
    <message>
        <source>Another program is using the files of this laptop.</source>
        <translation>Otro programa está usando los archivos de esta computadora.</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask your administrator for a new code, or try again in a quarter of an hour.</source>
        <translation>No se cambió nada. Pida un código nuevo a su administrador, o vuelva a intentarlo en un cuarto de hora.</translation>
    </message>
    <message>
        <source>Nothing was changed. Wait a moment, then try again.</source>
        <translation>No se cambió nada. Espere un momento e intente otra vez.</translation>
    </message>
    <message>
        <source>Nothing was sent. Look whether date and time of this computer are right; if they are, tell your administrator.</source>
        <translation>No se envió nada. Vea si la fecha y la hora de esta computadora son correctas; si lo son, avise a su administrador.</translation>
    </message>
    <message>
        <source>Nothing was sent. Use another network, or ask your administrator to enter the password in the proxy settings of this computer.</source>
        <translation>No se envió nada. Use otra red o pida a su administrador que ponga la contraseña en los ajustes de proxy de esta computadora.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>The proxy of this network wants a password.</source>
        <translation>El proxy de esta red pide una contraseña.</translation>
    </message>
    <message>
        <source>The server’s certificate is not valid today.</source>
        <translation>El certificado del servidor no es válido hoy.</translation>
    </message>
    <message>
        <source>There were too many wrong codes.</source>
        <translation>Hubo demasiados códigos equivocados.</translation>
    </message>
    <message>
        <source>What was saved is safe. Free some space, then try again.</source>
        <translation>Lo guardado está seguro. Libere espacio e intente otra vez.</translation>
    </message>
    <message>
        <source>This could not be opened.</source>
        <translation>No se pudo abrir.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the address with your administrator.</source>
        <translation>No se cambió nada. Compruebe la dirección con su administrador.</translation>
    </message>
    <message>
        <source>Nothing was changed and the code is still good. Check the connection, then try again.</source>
        <translation>No se cambió nada y el código sigue siendo válido. Compruebe la conexión e intente otra vez.</translation>
    </message>
    <message>
        <source>This is not an address of a server.</source>
        <translation>Esto no es la dirección de un servidor.</translation>
    </message>
    <message>
        <source>It looks like https://erap.example.org.</source>
        <translation>Es parecida a https://erap.example.org.</translation>
    </message>
    <message>
        <source>This address is not encrypted.</source>
        <translation>Esta dirección no está cifrada.</translation>
    </message>
    <message>
        <source>Only addresses that begin with https are used.</source>
        <translation>Solo se usan direcciones que empiezan con https.</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>No se pudo llegar al servidor.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>El servidor no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The connection broke off.</source>
        <translation>La conexión se interrumpió.</translation>
    </message>
    <message>
        <source>Somebody answered with a certificate that is not the server&apos;s.</source>
        <translation>Alguien respondió con un certificado que no es el del servidor.</translation>
    </message>
    <message>
        <source>Nothing was sent to them. If your agency uses its own certificate authority, choose its file; otherwise use another network.</source>
        <translation>No se les envió nada. Si su agencia usa su propia autoridad de certificación, elija su archivo; si no, use otra red.</translation>
    </message>
    <message>
        <source>What answered is not an ERAP server.</source>
        <translation>Lo que respondió no es un servidor ERAP.</translation>
    </message>
    <message>
        <source>Perhaps this network wants a sign-in: open a web page, sign in there, then try again.</source>
        <translation>Quizá esta red pide iniciar sesión: abra una página web, inicie sesión allí e intente otra vez.</translation>
    </message>
    <message>
        <source>This file is not a certificate.</source>
        <translation>Este archivo no es un certificado.</translation>
    </message>
    <message>
        <source>Choose the .pem file your administrator gave you, or none.</source>
        <translation>Elija el archivo .pem que le dio su administrador, o ninguno.</translation>
    </message>
    <message>
        <source>The server does not accept this name with this code.</source>
        <translation>El servidor no acepta este nombre con este código.</translation>
    </message>
    <message>
        <source>A code is good once and for a short time. Check both, or ask for a new code.</source>
        <translation>Un código sirve una vez y por poco tiempo. Compruebe ambos o pida un código nuevo.</translation>
    </message>
    <message>
        <source>The server could not read this.</source>
        <translation>El servidor no pudo leer esto.</translation>
    </message>
    <message>
        <source>This laptop is set up for {user}.</source>
        <translation>Esta computadora está preparada para {user}.</translation>
    </message>
    <message>
        <source>Nothing was changed. Another person needs another profile.</source>
        <translation>No se cambió nada. Otra persona necesita otro perfil.</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Unlock ERAP Desktop</source>
        <translation>Desbloquear ERAP Desktop</translation>
    </message>
    <message>
        <source>Rebuild and sync</source>
        <translation>Rehacer y sincronizar</translation>
    </message>
    <message>
        <source>Set up with a new code</source>
        <translation>Preparar con un código nuevo</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Las mayúsculas están activadas.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Unlocking …</source>
        <translation>Desbloqueando …</translation>
    </message>
    <message>
        <source>Offline work has ended: the office was last reached on {date}. Connect once, then unlock.</source>
        <translation>El trabajo sin conexión terminó: el último contacto con la oficina fue el {date}. Conéctese una vez y después desbloquee.</translation>
    </message>
    <message numerus="yes">
        <source>Wait %Ln seconds</source>
        <translation>
            <numerusform>Espere %Ln segundo</numerusform>
            <numerusform>Espere %Ln segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>{date}, {time}</source>
        <translation>{date}, {time} h</translation>
    </message>
    <message>
        <source>Offline work has ended; cases can be read until {when}. Connect once to go on.</source>
        <translation>El trabajo sin conexión terminó; los casos se pueden leer hasta el {when}. Conéctese una vez para seguir.</translation>
    </message>
    <message>
        <source>You can work offline until {when}.</source>
        <translation>Puede trabajar sin conexión hasta el {when}.</translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <source>ERAP Desktop</source>
        <translation>ERAP Desktop</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Unlock or set up</source>
        <translation>Desbloquear o preparar</translation>
    </message>
</context>
<context>
    <name>UserChip</name>
    <message>
        <source>{name}, {role}. Your settings</source>
        <translation>{name}, {role}. Sus ajustes</translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message>
        <source>Every case, decision and document on this laptop is still here, encrypted and unchanged.</source>
        <translation>Todos los casos, decisiones y documentos de esta computadora siguen aquí, cifrados y sin cambios.</translation>
    </message>
    <message>
        <source>This was not counted as a wrong passphrase.</source>
        <translation>Esto no se contó como una frase incorrecta.</translation>
    </message>
    <message>
        <source>It was not touched.</source>
        <translation>No se tocó.</translation>
    </message>
    <message>
        <source>Ask your administrator to open this laptop with the agency&apos;s recovery key; you then choose a new passphrase.</source>
        <translation>Pida a su administrador que abra esta computadora con la clave de recuperación de la agencia; después usted elige una frase nueva.</translation>
    </message>
    <message>
        <source>This profile has no vault yet.</source>
        <translation>Este perfil aún no tiene claves.</translation>
    </message>
    <message>
        <source>Nothing is stored here that could be lost.</source>
        <translation>Aquí no hay nada guardado que pudiera perderse.</translation>
    </message>
    <message>
        <source>Enrol this laptop first.</source>
        <translation>Primero prepare esta computadora.</translation>
    </message>
    <message>
        <source>This profile already has a vault.</source>
        <translation>Este perfil ya tiene claves.</translation>
    </message>
    <message>
        <source>Unlock it, or choose another profile folder.</source>
        <translation>Desbloquéelo o elija otra carpeta de perfil.</translation>
    </message>
    <message>
        <source>The file with this laptop&apos;s keys is damaged, and so is its copy.</source>
        <translation>El archivo con las claves de esta computadora está dañado, y su copia también.</translation>
    </message>
    <message>
        <source>Put back vault.json from a backup of the profile folder, or ask your administrator.</source>
        <translation>Restaure vault.json de una copia de la carpeta del perfil o pregunte a su administrador.</translation>
    </message>
    <message>
        <source>The file with this laptop&apos;s keys could not be read: {reason}.</source>
        <translation>No se pudo leer el archivo con las claves de esta computadora: {reason}.</translation>
    </message>
    <message>
        <source>Check that the disk is connected and that you may read the profile folder, then try again.</source>
        <translation>Compruebe que el disco está conectado y que puede leer la carpeta del perfil; después intente otra vez.</translation>
    </message>
    <message>
        <source>The file with this laptop&apos;s keys was written by a newer version of ERAP Desktop.</source>
        <translation>El archivo con las claves de esta computadora lo escribió una versión más nueva de ERAP Desktop.</translation>
    </message>
    <message>
        <source>Update ERAP Desktop, then try again.</source>
        <translation>Actualice ERAP Desktop e intente otra vez.</translation>
    </message>
    <message>
        <source>The file with this laptop&apos;s keys was changed by something other than ERAP Desktop: {detail}.</source>
        <translation>Algo que no es ERAP Desktop cambió el archivo con las claves de esta computadora: {detail}.</translation>
    </message>
    <message>
        <source>It was not used.</source>
        <translation>No se usó.</translation>
    </message>
    <message>
        <source>Tell your administrator before you go on.</source>
        <translation>Avise a su administrador antes de seguir.</translation>
    </message>
    <message>
        <source>Another ERAP Desktop on this laptop is using the vault at this moment.</source>
        <translation>Otro ERAP Desktop de esta computadora está usando las claves en este momento.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>Wait until it is done, then try again.</source>
        <translation>Espere a que termine e intente otra vez.</translation>
    </message>
    <message>
        <source>This laptop is locked.</source>
        <translation>Esta computadora está bloqueada.</translation>
    </message>
    <message>
        <source>Unlock it with your passphrase.</source>
        <translation>Desbloquéela con su frase de contraseña.</translation>
    </message>
    <message>
        <source>The keys could not be saved: {reason}.</source>
        <translation>No se pudieron guardar las claves: {reason}.</translation>
    </message>
    <message>
        <source>Nothing was changed: whatever opened this laptop before still opens it.</source>
        <translation>No se cambió nada: lo que abría esta computadora la sigue abriendo.</translation>
    </message>
    <message>
        <source>Free some disk space or check the disk, then try again.</source>
        <translation>Libere espacio o revise el disco e intente otra vez.</translation>
    </message>
    <message>
        <source>The keys were saved, but the disk did not confirm it: {reason}.</source>
        <translation>Las claves se guardaron, pero el disco no lo confirmó: {reason}.</translation>
    </message>
    <message>
        <source>Check the disk. Unlock with the new passphrase; if it is refused, with the one before.</source>
        <translation>Revise el disco. Desbloquee con la frase nueva; si no se acepta, con la anterior.</translation>
    </message>
    <message>
        <source>There is not enough free memory to check the passphrase ({mib} MiB are needed).</source>
        <translation>No hay memoria libre suficiente para comprobar la frase (hacen falta {mib} MiB).</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>Cierre otros programas e intente otra vez.</translation>
    </message>
    <message>
        <source>Wrong passphrase. Tries left: {left}.</source>
        <translation>Frase incorrecta. Intentos restantes: {left}.</translation>
    </message>
    <message>
        <source>Check Caps Lock and the keyboard layout, then try again.</source>
        <translation>Compruebe las mayúsculas y el idioma del teclado e intente otra vez.</translation>
    </message>
    <message>
        <source>Wait {wait} s before the next try. With none left, only the agency&apos;s recovery key opens it.</source>
        <translation>Espere {wait} s antes del próximo intento. Si no queda ninguno, solo la clave de recuperación de la agencia la abre.</translation>
    </message>
    <message>
        <source>The passphrase was not checked: after several wrong ones there is a pause.</source>
        <translation>La frase no se comprobó: después de varias incorrectas hay una pausa.</translation>
    </message>
    <message>
        <source>Wait {wait} s, then try again.</source>
        <translation>Espere {wait} s e intente otra vez.</translation>
    </message>
    <message>
        <source>The passphrase no longer opens this laptop: it was wrong ten times in a row.</source>
        <translation>La frase ya no abre esta computadora: fue incorrecta diez veces seguidas.</translation>
    </message>
    <message>
        <source>This passphrase is too short: it has {length} characters.</source>
        <translation>Esta frase es demasiado corta: tiene {length} caracteres.</translation>
    </message>
    <message>
        <source>Choose one of at least {minimum} characters; three or four words are easy to remember.</source>
        <translation>Elija una de al menos {minimum} caracteres; tres o cuatro palabras se recuerdan bien.</translation>
    </message>
    <message>
        <source>This passphrase is too long: it has {length} characters.</source>
        <translation>Esta frase es demasiado larga: tiene {length} caracteres.</translation>
    </message>
    <message>
        <source>Choose one of at most {maximum} characters.</source>
        <translation>Elija una de {maximum} caracteres como máximo.</translation>
    </message>
    <message>
        <source>This laptop&apos;s keys need the system keychain, and ERAP_KEYCHAIN=off keeps it from being asked.</source>
        <translation>Las claves de esta computadora necesitan el llavero del sistema, y ERAP_KEYCHAIN=off impide consultarlo.</translation>
    </message>
    <message>
        <source>Start without ERAP_KEYCHAIN=off.</source>
        <translation>Inicie sin ERAP_KEYCHAIN=off.</translation>
    </message>
    <message>
        <source>This laptop&apos;s keys need the system keychain ({name}), and it is not there.</source>
        <translation>Las claves de esta computadora necesitan el llavero del sistema ({name}), y no está.</translation>
    </message>
    <message>
        <source>Sign in to the desktop as usual and try again. If the keychain is gone for good:</source>
        <translation>Inicie sesión en el sistema como siempre e intente otra vez. Si el llavero se perdió para siempre:</translation>
    </message>
    <message>
        <source>The system keychain ({name}) did not answer.</source>
        <translation>El llavero del sistema ({name}) no respondió.</translation>
    </message>
    <message>
        <source>Unlock the keychain, answer its question if it asks, then try again. If it stays so:</source>
        <translation>Desbloquee el llavero, responda si pregunta e intente otra vez. Si sigue así:</translation>
    </message>
    <message>
        <source>The system keychain ({name}) no longer holds this laptop&apos;s entry.</source>
        <translation>El llavero del sistema ({name}) ya no tiene la entrada de esta computadora.</translation>
    </message>
    <message>
        <source>The system keychain ({name}) holds another entry than the one this laptop stored.</source>
        <translation>El llavero del sistema ({name}) tiene otra entrada que la que guardó esta computadora.</translation>
    </message>
    <message>
        <source>This is not the recovery key that this laptop was set up with.</source>
        <translation>Esta no es la clave de recuperación con la que se preparó esta computadora.</translation>
    </message>
    <message>
        <source>Use the recovery key whose public key begins with {fingerprint}.</source>
        <translation>Use la clave de recuperación cuya clave pública empieza con {fingerprint}.</translation>
    </message>
    <message>
        <source>The agency&apos;s recovery key cannot be used.</source>
        <translation>La clave de recuperación de la agencia no se puede usar.</translation>
    </message>
    <message>
        <source>Nothing was stored or changed.</source>
        <translation>No se guardó ni se cambió nada.</translation>
    </message>
    <message>
        <source>Ask your administrator to check the recovery key on the server, then enrol again.</source>
        <translation>Pida a su administrador que revise la clave de recuperación en el servidor y prepare la computadora otra vez.</translation>
    </message>
    <message>
        <source>The file with this laptop&apos;s keys was damaged; its copy was used.</source>
        <translation>El archivo con las claves de esta computadora estaba dañado; se usó su copia.</translation>
    </message>
    <message>
        <source>Nothing needs to be done now; if you see this again, have the disk checked.</source>
        <translation>No hace falta hacer nada ahora; si lo ve otra vez, haga revisar el disco.</translation>
    </message>
    <message>
        <source>The copy of the file with this laptop&apos;s keys could not be renewed: {reason}.</source>
        <translation>No se pudo renovar la copia del archivo con las claves de esta computadora: {reason}.</translation>
    </message>
    <message>
        <source>The file itself is saved.</source>
        <translation>El archivo mismo está guardado.</translation>
    </message>
    <message>
        <source>Free some disk space or check the disk; the copy is renewed when you next unlock.</source>
        <translation>Libere espacio o revise el disco; la copia se renueva la próxima vez que desbloquee.</translation>
    </message>
    <message>
        <source>The system keychain could not be used; the keys are protected by the passphrase alone.</source>
        <translation>No se pudo usar el llavero del sistema; las claves están protegidas solo por la frase.</translation>
    </message>
    <message>
        <source>Nothing needs to be done; changing the passphrase later tries the keychain again.</source>
        <translation>No hace falta hacer nada; al cambiar la frase más adelante se prueba otra vez el llavero.</translation>
    </message>
</context>
<context>
    <name>WaitingSection</name>
    <message>
        <source>Saved on this laptop</source>
        <translation>Guardado en esta computadora</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Corrección</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Lista de control</translation>
    </message>
    <message>
        <source>Request for information</source>
        <translation>Petición de información</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Recomendación</translation>
    </message>
    <message>
        <source>Approval of {amount}</source>
        <translation>Aprobación de {amount}</translation>
    </message>
    <message>
        <source>Denial: {codes}</source>
        <translation>Negativa: {codes}</translation>
    </message>
    <message>
        <source>Closing at the applicant&apos;s request</source>
        <translation>Cierre a petición del solicitante</translation>
    </message>
    <message>
        <source>Move to someone else</source>
        <translation>Pasar a otra persona</translation>
    </message>
    <message>
        <source>Another change</source>
        <translation>Otro cambio</translation>
    </message>
</context>
<context>
    <name>WindowBanners</name>
    <message numerus="yes">
        <source>Locks in %Ln seconds. Any key keeps it open; nothing is lost by locking.</source>
        <translation>
            <numerusform>Se bloquea en %Ln segundo. Cualquier tecla la mantiene abierta; al bloquear no se pierde nada.</numerusform>
            <numerusform>Se bloquea en %Ln segundos. Cualquier tecla la mantiene abierta; al bloquear no se pierde nada.</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline work has ended: cases can only be read until the office is reached.</source>
        <translation>El trabajo sin conexión terminó: los casos solo se pueden leer hasta el próximo contacto con la oficina.</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Abrir su página</translation>
    </message>
    <message>
        <source>Show why</source>
        <translation>Mostrar por qué</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sincronizar ahora</translation>
    </message>
    <message>
        <source>The last sync could not be done. Your work is safe on this laptop.</source>
        <translation>La última sincronización no se pudo hacer. Su trabajo está seguro en esta computadora.</translation>
    </message>
    <message>
        <source>This laptop has not met the office for days. Connect soon: offline work ends.</source>
        <translation>Esta computadora lleva días sin contacto con la oficina. Conéctese pronto: el trabajo sin conexión termina.</translation>
    </message>
    <message>
        <source>This network wants a sign-in before anything is sent.</source>
        <translation>Esta red pide iniciar sesión antes de enviar nada.</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Worksheet and award</source>
        <translation>Hoja de trabajo y ayuda</translation>
    </message>
    <message>
        <source>You can read this worksheet. The decision is with the person who has the case.</source>
        <translation>Puede leer esta hoja. La decisión es de quien tiene el caso.</translation>
    </message>
</context>
<context>
    <name>WorksheetView</name>
    <message numerus="yes">
        <source>%n facts are missing.</source>
        <translation>
            <numerusform>Falta %n dato.</numerusform>
            <numerusform>Faltan %n datos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Doesn&apos;t meet a test</source>
        <translation>No cumple una prueba</translation>
    </message>
    <message>
        <source>Information is missing</source>
        <translation>Falta información</translation>
    </message>
    <message>
        <source>Meets every test</source>
        <translation>Cumple todas las pruebas</translation>
    </message>
    <message>
        <source>Missing information is never a reason to deny. Record it or ask for it.</source>
        <translation>Que falte información nunca es motivo para negar. Regístrela o pídala.</translation>
    </message>
    <message>
        <source>Rules {version}, in force since {date}. Facts as of {as_of}.</source>
        <translation>Reglas {version}, vigentes desde el {date}. Datos al {as_of}.</translation>
    </message>
    <message>
        <source>The rules are not on this laptop yet. Sync once to get them.</source>
        <translation>Las reglas aún no están en esta computadora. Sincronice una vez para recibirlas.</translation>
    </message>
    <message>
        <source>Worksheet</source>
        <translation>Hoja de trabajo</translation>
    </message>
    <message>
        <source>the first sync</source>
        <translation>la primera sincronización</translation>
    </message>
</context>
</TS>
