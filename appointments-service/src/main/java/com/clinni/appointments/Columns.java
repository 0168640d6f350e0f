package com.clinni.appointments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** A batch of rows as one array per column, for {@code unnest}. */
public record Columns<R>(List<R> rows) {

    public static <R> Columns<R> of(List<R> rows) {
        return new Columns<>(rows);
    }

    public String[] texts(Function<R, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    public UUID[] ids(Function<R, UUID> column) {
        return rows.stream().map(column).toArray(UUID[]::new);
    }

    public Instant[] instants(Function<R, Instant> column) {
        return rows.stream().map(column).toArray(Instant[]::new);
    }

    public Long[] longs(Function<R, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    public Integer[] numbers(Function<R, Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    public Boolean[] flags(Function<R, Boolean> column) {
        return rows.stream().map(column).toArray(Boolean[]::new);
    }

    public byte[][] bytes(Function<R, byte[]> column) {
        return rows.stream().map(column).toArray(byte[][]::new);
    }
}
