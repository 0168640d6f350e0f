package com.clinni.appointments.manual.day;

import com.clinni.appointments.manual.PageLanguage;
import com.clinni.appointments.manual.PageMessages;
import com.clinni.platform.http.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The answer to what a day's page cannot do: a page for people, a problem for programs. */
final class DayRefusal {

    private DayRefusal() {}

    /** A browser is who asks for HTML. */
    static Response of(Problem problem, HttpHeaders headers, PageLanguage language) {
        var isBrowser =
                headers.getAcceptableMediaTypes().stream()
                        .anyMatch(
                                type ->
                                        (type.getType() + "/" + type.getSubtype())
                                                .equals("text/html"));
        return isBrowser
                ? DayPage.sentence(problem.status(), text(problem, language.messages()), language)
                : problem.response();
    }

    private static String text(Problem problem, PageMessages messages) {
        if ("date".equals(problem.field())) {
            return messages.refusedNoSuchDate();
        }
        return switch (problem.code()) {
            case "UNKNOWN_CLINIC" -> messages.refusedUnknownClinic();
            case "UNKNOWN_APPOINTMENT" -> messages.refusedUnknownAppointment();
            case "OTHER_ORIGIN" -> messages.refusedOtherOrigin();
            case "CANCELLED" -> messages.refusedCancelled();
            default -> messages.refusedNotUnderstood();
        };
    }
}
