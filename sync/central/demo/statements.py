"""What applicants say about their hardship, in plain words, in English or Spanish."""

from __future__ import annotations

from sync.central.demo.chance import Chance

_HAPPENED = {
    "en": {
        "job_loss": (
            "I was laid off from the {place} in {month} and have not found steady work since.",
            "The {place} where I worked closed in {month} and everyone was let go.",
            "My job at the {place} ended in {month}; they said they might call us back but never did.",
        ),
        "reduced_hours": (
            "My hours at the {place} were cut almost in half in {month}.",
            "Since {month} I only get two or three shifts a week at the {place}.",
            "The {place} put everyone on part time in {month} and my pay no longer covers the rent.",
        ),
        "medical": (
            "I got sick in {month} and was in the hospital for almost two weeks.",
            "My mother fell ill in {month} and I drive her to Albuquerque for treatment every week.",
            "I hurt my back working at the {place} in {month} and the doctor says no lifting until spring.",
        ),
        "caregiving": (
            "I had to leave the {place} in {month} because there was nobody to watch the children.",
            "In {month} my two grandchildren came to live with us and we had not planned for it.",
            "The day care closed in {month}, so I stay home and we live on one pay check.",
        ),
        "disaster": (
            "The flood in {month} ruined the place we rented before and we lost most of our things.",
            "We had to leave because of the fire in {month} and moving took all of our savings.",
            "The roof gave in during the storm in {month}; we paid for a motel for three weeks.",
        ),
    },
    "es": {
        "job_loss": (
            "Me despidieron del trabajo en {month} y desde entonces no he encontrado nada fijo.",
            "Cerraron el negocio donde trabajaba en {month} y nos dejaron a todos sin empleo.",
            "Mi trabajo se terminó en {month}; dijeron que quizá nos llamarían, pero nunca llamaron.",
        ),
        "reduced_hours": (
            "En {month} me redujeron las horas casi a la mitad.",
            "Desde {month} solo me dan dos o tres turnos por semana.",
            "En {month} nos pusieron a todos de medio tiempo y mi sueldo ya no alcanza para el alquiler.",
        ),
        "medical": (
            "Me enfermé en {month} y estuve en el hospital casi dos semanas.",
            "Mi mamá se enfermó en {month} y la llevo a tratamiento a Albuquerque cada semana.",
            "Me lastimé la espalda trabajando en {month} y el doctor no me deja cargar nada.",
        ),
        "caregiving": (
            "Tuve que dejar el trabajo en {month} porque no había quien cuidara a los niños.",
            "En {month} mis dos nietos vinieron a vivir con nosotros y no lo teníamos previsto.",
            "Cerraron la guardería en {month}, así que me quedo en casa y vivimos de un solo sueldo.",
        ),
        "disaster": (
            "La inundación de {month} arruinó la casa que alquilábamos y perdimos casi todo.",
            "Tuvimos que salir por el incendio de {month} y la mudanza se llevó nuestros ahorros.",
            "El techo se cayó con la tormenta de {month}; pagamos tres semanas de motel.",
        ),
    },
}
_BEHIND = {
    "en": (
        "We owe {months} months of rent now and the landlord has been patient, but not for much longer.",
        "I have paid what I could, a little each month, and still I am {months} months behind.",
        "The rent is {months} months late and every month there is a late fee on top of it.",
    ),
    "es": (
        "Ya debemos {months} meses de alquiler y el dueño ha tenido paciencia, pero no por mucho tiempo.",
        "He pagado lo que he podido, un poco cada mes, y aun así debo {months} meses.",
        "Llevamos {months} meses de atraso y cada mes se suma el cargo por pagar tarde.",
    ),
}
_TRIED = {
    "en": (
        "I sold my truck to pay for two months and borrowed from my sister for another one.",
        "We went to the food bank and the church helped once with the electric bill.",
        "I applied for unemployment; it took nine weeks and it is less than half of what I earned.",
        "I pick up day work when there is some, mostly cleaning and yard work.",
        "We already gave up the second car and the internet to keep the lights on.",
        "My brother sends what he can from the oil fields but he has his own family.",
    ),
    "es": (
        "Vendí mi troca para pagar dos meses y mi hermana me prestó para otro.",
        "Vamos al banco de comida y la iglesia nos ayudó una vez con la luz.",
        "Pedí el desempleo; tardó nueve semanas y es menos de la mitad de lo que ganaba.",
        "Trabajo por día cuando hay, sobre todo limpiando casas y jardines.",
        "Ya dejamos el segundo carro y el internet para poder pagar la luz.",
        "Mi hermano nos manda lo que puede desde los pozos, pero él tiene su propia familia.",
    ),
}
_FEAR = {
    "en": (
        "If we lose this place we would have to sleep in the car, there is nothing else we can afford here.",
        "The children just started at this school and I do not want to move them again.",
        "There are eight people at my cousin's house already, so we can not go there.",
        "I only need help to catch up; after that I can pay the rent by myself again.",
        "The nearest place for rent is forty miles away and I would lose the work I still have.",
    ),
    "es": (
        "Si perdemos este lugar tendríamos que dormir en el carro; aquí no hay nada más que podamos pagar.",
        "Los niños apenas empezaron en esta escuela y no quiero cambiarlos otra vez.",
        "En casa de mi primo ya viven ocho personas, así que no podemos ir allá.",
        "Solo necesito ayuda para ponerme al corriente; después puedo pagar el alquiler otra vez.",
        "Lo más cercano en alquiler queda a cuarenta millas y perdería el trabajo que me queda.",
    ),
}
_PLACES = (
    "restaurant",
    "motel",
    "warehouse",
    "casino",
    "school cafeteria",
    "dairy",
    "clinic",
    "oil-field service company",
    "trading post",
    "call center",
    "laundry",
    "chile plant",
    "hardware store",
    "nursing home",
    "power plant",
)
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_ORAL = "Told aloud in Diné to the intake worker; the interpreter read it back and wrote it down in English. "

KINDS = {"job_loss": 30.0, "reduced_hours": 28.0, "medical": 18.0, "caregiving": 16.0, "disaster": 8.0}
"""Kinds of hardship with their weights."""


def statement(chance: Chance, language: str, kind: str, months_behind: int, month: int) -> str:
    """Four to seven sentences in the language written; `month` (1 to 12) is when it began."""
    written = "es" if language == "es" else "en"
    sentences = [
        chance.pick(_HAPPENED[written][kind]),
        chance.pick(_BEHIND[written]),
        *chance.sample(_TRIED[written], chance.whole(1, 3)),
        *chance.sample(_FEAR[written], chance.whole(1, 2)),
    ]
    words = " ".join(sentences)
    named = _MONTHS[written].split()[month - 1]
    facts = {"place": chance.pick(_PLACES), "month": named, "months": months_behind}
    return (_ORAL if language == "nv" else "") + words.format(**facts)
