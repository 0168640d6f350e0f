package com.clinni.appointments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The statements that matter stand in files of their own, with their why; each is read once. */
public final class Sql {

    private Sql() {}

    /** The text of {@code sql/<name>.sql}. */
    public static String named(String name) {
        var file = "/sql/" + name + ".sql";
        try (var in = Sql.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no statement " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("statement " + file + " cannot be read", e);
        }
    }
}
