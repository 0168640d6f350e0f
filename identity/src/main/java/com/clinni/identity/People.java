package com.clinni.identity;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The people who may sign in, and the programs that ask for tokens of their own.
 *
 * @param tokenSeconds how long a token is valid
 * @param people who have a button on the sign-in page
 * @param machines by the client ids of the services that call each other
 */
record People(long tokenSeconds, List<Person> people, List<String> machines) {

    People {
        people = List.copyOf(people);
        machines = List.copyOf(machines);
    }

    Optional<Person> named(@Nullable String subject) {
        return people.stream().filter(person -> person.subject().equals(subject)).findFirst();
    }

    static People parse(String json) throws ParseException {
        var file = JSONObjectUtils.parse(json);
        var people = JSONObjectUtils.getJSONObjectArray(file, "people");
        return new People(
                JSONObjectUtils.getLong(file, "tokenSeconds"),
                people == null ? List.of() : List.of(people).stream().map(People::person).toList(),
                strings(file, "machines"));
    }

    private static Person person(Map<String, Object> entry) {
        try {
            var subject = JSONObjectUtils.getString(entry, "subject");
            return new Person(
                    subject == null ? "" : subject,
                    String.valueOf(entry.get("name")),
                    strings(entry, "roles"),
                    strings(entry, "clinics"));
        } catch (ParseException e) {
            throw new IllegalArgumentException("a person without subject, roles or clinics", e);
        }
    }

    private static List<String> strings(Map<String, Object> entry, String name)
            throws ParseException {
        var strings = JSONObjectUtils.getStringList(entry, name);
        return strings == null ? List.of() : strings;
    }
}
