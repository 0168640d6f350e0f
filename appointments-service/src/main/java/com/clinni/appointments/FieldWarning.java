package com.clinni.appointments;

import org.jspecify.annotations.Nullable;

/**
 * A warning about something that was taken in: a stable code, the dotted name of the field, and in
 * a sentence what a person should know.
 */
public record FieldWarning(String code, String field, @Nullable String detail) {}
