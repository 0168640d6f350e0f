package com.clinni.faultharness.run;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;

/** The repetitions that are over: one line of JSON each, on the disk as soon as it is known. */
final class RunState {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private final Path file;

    RunState(Path file) {
        this.file = file;
    }

    /** The last one of every repetition: what could not be judged is played again. */
    List<Result> results() {
        try {
            var last = new LinkedHashMap<String, Result>();
            wholeLines()
                    .lines()
                    .map(RunState::result)
                    .forEach(r -> last.put(r.scenario() + " " + r.repetition(), r));
            return List.copyOf(last.values());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isDone(String scenario, int repetition) {
        return results().stream()
                .filter(Result::isJudged)
                .anyMatch(r -> r.scenario().equals(scenario) && r.repetition() == repetition);
    }

    void add(Result result) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var lines = wholeLines() + JSON.writeValueAsString(result) + "\n";
            var unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(unfinished, lines, CREATE, TRUNCATE_EXISTING, WRITE, DSYNC);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String wholeLines() throws IOException {
        var text = Files.exists(file) ? Files.readString(file) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private static Result result(String line) {
        try {
            return JSON.readValue(line, Result.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
