package com.clinni.reminders.template;

/**
 * The texts of one kind of message in one language.
 *
 * @param whatsappClosing says that the message is automatic and where to turn; appended to every
 *     WhatsApp by code, so that no clinic's text can do without it
 */
public record MessageTemplates(
        TextTemplate whatsapp,
        TextTemplate whatsappClosing,
        TextTemplate sms,
        TextTemplate emailSubject,
        TextTemplate emailText) {}
