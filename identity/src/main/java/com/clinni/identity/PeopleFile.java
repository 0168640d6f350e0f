package com.clinni.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/**
 * The file of the people who may sign in, read at every token: what is taken away there is gone
 * with the next refresh. Without it there are the demo people.
 */
record PeopleFile(Path path) {

    private static final String DEMO = "people.json";

    People read() {
        try {
            return People.parse(Files.exists(path) ? Files.readString(path) : demo());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(path + " is not understood: " + e.getMessage(), e);
        }
    }

    private static String demo() throws IOException {
        try (var in = PeopleFile.class.getResourceAsStream(DEMO)) {
            if (in == null) {
                throw new IOException("the demo people are missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
