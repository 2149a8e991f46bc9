package org.gongkai.write.desk.draft;

import java.time.Instant;

/**
 * A text that is not yet in its file.
 *
 * @param path the path of the entry
 * @param window the window of the browser in which it was typed
 * @param base the version of the file that it was made from; empty if there was no file
 * @param text the whole text of the entry
 * @param time when it was typed
 */
public record Draft(String path, String window, String base, String text, Instant time) {}
