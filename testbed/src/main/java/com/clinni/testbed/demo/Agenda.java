package com.clinni.testbed.demo;

import com.clinni.events.contact.EmailCheck;
import com.clinni.events.contact.PhoneCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A clinic's day as its software exports it, shifted to another date. It reads the file with eyes
 * of its own, so that what patients saw is compared with the file and not with the system's books.
 */
final class Agenda {

    private static final String EXPORTED_DAY = "25/11/2026";
    private static final Set<String> STATUS = Set.of("Estado", "estat", "SITUACION");
    private static final Set<String> OFF =
            Set.of(
                    "Anulada",
                    "Cancelada por el paciente",
                    "No acude",
                    "anul·lada",
                    "no ve",
                    "No presentado");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final byte[] csv;

    private Agenda(byte[] csv) {
        this.csv = csv;
    }

    static Agenda of(String file, LocalDate day) {
        try (var in = Agenda.class.getResourceAsStream("/agendas/" + file)) {
            // Latin-1 keeps every byte as it is, whatever the file's own charset
            var text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return new Agenda(
                    text.replace(EXPORTED_DAY, DAY.format(day))
                            .getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("agenda " + file + " cannot be read", e);
        }
    }

    byte[] csv() {
        return csv;
    }

    /** The number of lines below its header. */
    int lines() {
        return (int) text().lines().skip(1).filter(line -> !line.isBlank()).count();
    }

    /**
     * The visits that somebody can be reminded of: a line with one usable address, once, that takes
     * place.
     */
    Set<Visit> visits(LocalDate day) {
        var status = status();
        return text().lines()
                .skip(1)
                .map(line -> line.split("[;,]", -1))
                .filter(fields -> !OFF.contains(fields[status]))
                .filter(fields -> fields[0].equals(DAY.format(day)))
                .filter(fields -> fields[1].matches("([01]\\d|2[0-3]):[0-5]\\d"))
                .map(fields -> new Visit(fields[1], addresses(fields)))
                .filter(visit -> !visit.addresses().isEmpty())
                .collect(Collectors.toSet());
    }

    private int status() {
        var header = text().lines().findFirst().orElse("").split("[;,]", -1);
        return IntStream.range(0, header.length)
                .filter(place -> STATUS.contains(header[place]))
                .findFirst()
                .orElseThrow();
    }

    private String text() {
        var utf8 = new String(csv, StandardCharsets.UTF_8);
        return utf8.contains("\uFFFD") ? new String(csv, Charset.forName("windows-1252")) : utf8;
    }

    private static List<String> addresses(String[] fields) {
        var phone = PhoneCheck.check(fields[3]).orNull();
        var email = EmailCheck.check(fields[4]).orNull();
        return Stream.of(
                        phone == null ? null : phone.e164(), email == null ? null : email.address())
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * A visit to be reminded of.
     *
     * @param time HH:mm on the clinic's clock
     * @param addresses where the patient may hear of it
     */
    record Visit(String time, List<String> addresses) {}
}
