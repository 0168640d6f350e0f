package com.clinni.events.text;

/**
 * A part of a text that was looked for.
 *
 * @param start its first character's index in the text, in UTF-16 units
 * @param words as they were written
 */
public record TextMatch(int start, String words) {

    int end() {
        return start + words.length();
    }

    /** Names the place only: texts stay out of logs. */
    @Override
    public String toString() {
        return "TextMatch[" + start + "]";
    }
}
