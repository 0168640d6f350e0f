package com.clinni.reminders.authoring;

import org.jspecify.annotations.Nullable;

/** A person's responsibility for medical words in a text: the reason. The token says who it is. */
record MedicalOverride(@Nullable String reason) {}
