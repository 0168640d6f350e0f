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
        TextTemplate emailText) {

    static MessageTemplates parse(Kind kind, Texts texts, TextTemplate closing)
            throws TemplateFault {
        return new MessageTemplates(
                TextTemplate.parse(kind, Part.WHATSAPP, texts.whatsapp()),
                closing,
                TextTemplate.parse(kind, Part.SMS, texts.sms()),
                TextTemplate.parse(kind, Part.EMAIL_SUBJECT, texts.emailSubject()),
                TextTemplate.parse(kind, Part.EMAIL_TEXT, texts.emailText()));
    }

    /** A WhatsApp as it is sent: the text and its closing line. */
    public String renderWhatsapp(VariableValues values) {
        return whatsapp.render(values) + "\n\n" + whatsappClosing.render(values);
    }
}
