package com.clinni.faultharness.check;

import com.clinni.faultharness.load.Patient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks for patients in logs. Says where they stand, and not who. */
final class Leaks {

    private static final Pattern PATIENT =
            Pattern.compile(Patient.NAME + "|34600\\d{6}|34910\\d{6}|@example\\.com");
    private static final int MOST = 10;

    private Leaks() {}

    static List<String> in(List<Path> logs) {
        var leaks = new ArrayList<String>();
        for (var log : logs) {
            var number = 0;
            for (var line : lines(log)) {
                number++;
                if (leaks.size() < MOST && PATIENT.matcher(line).find()) {
                    leaks.add(log.getFileName() + " line " + number);
                }
            }
        }
        return leaks;
    }

    private static List<String> lines(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("log " + log.getFileName() + " cannot be read", e);
        }
    }
}
