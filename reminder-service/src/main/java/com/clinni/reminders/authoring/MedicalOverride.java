package com.clinni.reminders.authoring;

/**
 * Who answers for medical words in a text, and why. There is no sign-in yet that could prove it.
 */
record MedicalOverride(String by, String reason) {}
