package com.clinni.reminders.authoring;

/**
 * A person's responsibility for medical words in a text: name and reason. Without sign-in nothing
 * proves either yet.
 */
record MedicalOverride(String by, String reason) {}
