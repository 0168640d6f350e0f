package com.clinni.testbed.access;

import java.util.List;

/**
 * A cell of access.csv: one caller of one route. Three words stand for the caller's own clinic,
 * another that there is, and one that nobody knows; a single word speaks of them all.
 */
record AccessCell(List<String> words) {

    static AccessCell of(String written) {
        return new AccessCell(List.of(written.split("/")));
    }

    String at(int kind) {
        return words.size() == 1 ? words.getFirst() : words.get(kind);
    }
}
