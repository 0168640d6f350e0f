package com.clinni.identity;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.token.RequestMapping;

/**
 * The claims of tokens, as the people's file says at that moment. In this order: who signed in;
 * whoever asks for a role by name, for curl; and programs by their client id.
 */
final class TokenClaims extends AbstractList<RequestMapping> {

    static final String AUDIENCE = "clinni";

    /**
     * The client of pages: an ID token is meant for it, and this provider gives both tokens one.
     */
    static final String PAGES = "appointments-service";

    private static final String JWT = "JWT";
    private static final String ANYTHING = ".+";

    private final PeopleFile file;

    TokenClaims(PeopleFile file) {
        this.file = file;
    }

    @Override
    public Iterator<RequestMapping> iterator() {
        return now().iterator();
    }

    @Override
    public RequestMapping get(int index) {
        return now().get(index);
    }

    @Override
    public int size() {
        return now().size();
    }

    private List<RequestMapping> now() {
        var people = file.read();
        var claims = new ArrayList<RequestMapping>();
        people.people().forEach(person -> claims.add(of(person)));
        // who is no longer there must not fall through to what a program may
        claims.add(when("subject", ANYTHING, Map.of()));
        claims.add(when("clinic", ANYTHING, asked(List.of("${clinic}"))));
        claims.add(when("role", ANYTHING, asked(List.of())));
        people.machines().forEach(machine -> claims.add(of(machine)));
        return claims;
    }

    private static RequestMapping of(Person person) {
        return when(
                "subject",
                exactly(person.subject()),
                claims(
                        person.subject(),
                        person.roles(),
                        person.clinics(),
                        List.of(AUDIENCE, PAGES)));
    }

    private static Map<String, Object> asked(List<String> clinics) {
        return claims("${role}", List.of("${role}"), clinics, List.of(AUDIENCE));
    }

    private static RequestMapping of(String machine) {
        return when(
                "client_id",
                exactly(machine),
                claims(machine, List.of("servicio"), List.of("*"), List.of(AUDIENCE)));
    }

    private static Map<String, Object> claims(
            String subject, List<String> roles, List<String> clinics, List<String> audience) {
        return Map.of("sub", subject, "roles", roles, "clinics", clinics, "aud", audience);
    }

    private static RequestMapping when(String parameter, String match, Map<String, Object> claims) {
        return new RequestMapping(parameter, match, claims, JWT);
    }

    private static String exactly(String text) {
        return Pattern.quote(text);
    }
}
