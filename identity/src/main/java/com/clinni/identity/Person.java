package com.clinni.identity;

import java.util.List;

/**
 * Somebody who may sign in at the local provider.
 *
 * @param subject as tokens name her: never a real person's name
 * @param name as the sign-in page shows her
 * @param roles in tokens
 * @param clinics in tokens; none where the role is for every clinic
 */
record Person(String subject, String name, List<String> roles, List<String> clinics) {

    Person {
        roles = List.copyOf(roles);
        clinics = List.copyOf(clinics);
    }
}
