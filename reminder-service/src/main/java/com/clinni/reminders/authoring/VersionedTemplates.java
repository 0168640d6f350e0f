package com.clinni.reminders.authoring;

import com.clinni.reminders.template.MessageTemplates;

/** Texts ready for use, and which version of the clinic's own they are; 0 is the house's. */
public record VersionedTemplates(int version, MessageTemplates texts) {}
