package com.clinni.fallback.problem;

import com.clinni.platform.http.Problem;
import org.jspecify.annotations.Nullable;

/** A page of a list, counted from 0. */
public record PageNumber(int number) {

    /** How many entries a page has. */
    public static final int SIZE = 50;

    private static final int LAST = 100_000;

    /** Reads a query parameter; absent is the first page. */
    public static PageNumber of(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return new PageNumber(0);
        }
        if (!written.matches("\\d{1,6}") || Integer.parseInt(written) > LAST) {
            throw Problem.of(400, "INVALID", "page", "A page is a number from 0.");
        }
        return new PageNumber(Integer.parseInt(written));
    }
}
