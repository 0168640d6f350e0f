package com.clinni.reminders.authoring;

import com.clinni.reminders.template.Language;

/** Which template: whose, for which kind of message, in which language. */
public record TemplateKey(String clinicId, String kind, Language language) {}
