package com.clinni.appointments.manual.link;

import com.clinni.platform.http.Problem;
import java.util.Arrays;

/**
 * The reason why WhatsApp cannot be opened for a visit, and what to do, for the person who pressed.
 */
enum LinkRefusal {
    UNKNOWN_APPOINTMENT(
            "Esta cita no existe o sus datos ya se han borrado. Vuelva a cargar la página del día.",
            "There is no such visit, or its details have been deleted. Load the day's page again."),
    CANCELLED(
            "La cita está anulada: no hay nada que recordar. Vuelva a cargar la página del día.",
            "The visit is cancelled: there is nothing to remind of. Load the day's page again."),
    IN_THE_PAST(
            "La cita ya ha pasado: no hay nada que recordar.",
            "The visit is over: there is nothing to remind of."),
    ALREADY_SENT(
            "Ya está enviado. Vuelva a cargar la página del día.",
            "It has been sent already. Load the day's page again."),
    CHANGED_SINCE(
            "La cita ha cambiado desde que se cargó esta página. Vuelva a cargar la página del"
                    + " día.",
            "The visit has changed since this page was loaded. Load the day's page again."),
    OPTED_OUT(
            "En esta cita se ha pedido no recibir WhatsApp. Avise por teléfono o por correo.",
            "This patient does not want WhatsApp. Please call, or write an e-mail."),
    NO_ADDRESS(
            "La cita no tiene teléfono. Añada un móvil a la cita y vuelva a abrir WhatsApp.",
            "The visit has no phone number. Add a mobile number to it and open WhatsApp again."),
    NOT_MOBILE(
            "El teléfono de la cita no es un móvil. Añada un móvil a la cita, o llame.",
            "The visit's phone is not a mobile number. Add a mobile number to it, or call."),
    PHONE_INVALID(
            "El teléfono de la cita no es válido. Corríjalo en la cita y vuelva a abrir WhatsApp.",
            "The visit's phone number is not valid. Correct it and open WhatsApp again."),
    TEMPLATE_DATA_MISSING(
            "Al texto le falta un dato de la clínica, como su teléfono. Complete los datos de la"
                    + " clínica y vuelva a abrir WhatsApp.",
            "The text lacks something of the clinic, such as its phone. Complete the clinic's"
                    + " details and open WhatsApp again."),
    TOO_LONG(
            "El texto es demasiado largo para un enlace. Acorte el texto de la clínica.",
            "The text is too long for a link. Shorten the clinic's text."),
    TEXTS_UNAVAILABLE(
            "No se puede preparar el mensaje. Vuelva a intentarlo dentro de un momento.",
            "The message cannot be prepared. Try again in a moment."),
    /** Whatever else the texts lack: asking again does not help. */
    OTHER(
            "No se puede preparar el mensaje con los datos de esta cita y de la clínica. Revíselos,"
                    + " o llame.",
            "The message cannot be prepared with the details of this visit and the clinic. Check"
                    + " them, or call.");

    private final String spanish;
    private final String english;

    LinkRefusal(String spanish, String english) {
        this.spanish = spanish;
        this.english = english;
    }

    static LinkRefusal of(Problem problem) {
        return Arrays.stream(values())
                .filter(why -> why.name().equals(problem.code()))
                .findFirst()
                .orElse(OTHER);
    }

    String text(boolean inEnglish) {
        return inEnglish ? english : spanish;
    }
}
