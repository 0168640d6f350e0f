package com.clinni.appointments.manual.link;

/**
 * A link for a person. It never sends by itself.
 *
 * @param url opens a chat with the patient, the text written but not sent
 * @param text the same text, to be read first
 * @param version of the visit, of which the text speaks: whoever says that it was sent names it
 */
record ManualLink(String url, String text, LinkTarget opens, long version) {

    /** Says nothing: number and text stay out of logs. */
    @Override
    public String toString() {
        return "ManualLink[…]";
    }
}
