package com.clinni.testbed.access;

import java.util.List;
import java.util.Map;

/**
 * A clinic with data that strangers must neither see nor change.
 *
 * @param ids of what is the clinic's, by the name of the path parameter that such an id stands for
 * @param words that stand in its data and nowhere else; no id, because who names one may be told it
 * @param bodies of requests that a stranger may send
 * @param query what follows the question mark of every request
 */
public record ForeignClinic(
        String clinicId,
        Map<String, List<String>> ids,
        List<String> words,
        List<String> bodies,
        String query) {

    public ForeignClinic {
        ids = Map.copyOf(ids);
        words = List.copyOf(words);
        bodies = List.copyOf(bodies);
    }
}
