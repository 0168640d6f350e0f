package com.clinni.reminders.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text file that comes with the service. */
public final class ResourceText {

    private ResourceText() {}

    /** The whole file; a missing one is a broken build, and the service must not start with it. */
    public static String read(String file) {
        try (var in = ResourceText.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The text %s is missing.".formatted(file));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The text %s cannot be read.".formatted(file), e);
        }
    }
}
