package com.clinni.reminders.authoring;

import com.clinni.reminders.template.Language;

/** The key of a template: clinic, kind of message and language. */
public record TemplateKey(String clinicId, String kind, Language language) {}
