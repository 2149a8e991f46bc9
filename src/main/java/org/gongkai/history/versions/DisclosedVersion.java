package org.gongkai.history.versions;

/** A version as far as it is disclosed to an audience. */
public sealed interface DisclosedVersion {

    /**
     * The version is disclosed.
     *
     * @param text the whole file
     */
    record Text(String text) implements DisclosedVersion {}

    /**
     * The version is listed but its text is withheld.
     *
     * @param reason the reason, in Chinese, which reveals nothing of the text
     */
    record Withheld(String reason) implements DisclosedVersion {}
}
