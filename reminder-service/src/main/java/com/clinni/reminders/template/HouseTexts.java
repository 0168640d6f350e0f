package com.clinni.reminders.template;

/**
 * The texts of the house for one kind and language: as they are written, and ready for use.
 *
 * @param closing the line that follows every WhatsApp, as it is written
 */
public record HouseTexts(Texts texts, String closing, MessageTemplates templates) {

    /** A clinic's texts, with the closing line that no text of a clinic can do without. */
    public MessageTemplates with(Kind kind, Texts clinics) throws TemplateFault {
        return MessageTemplates.parse(kind, clinics, templates.whatsappClosing());
    }
}
