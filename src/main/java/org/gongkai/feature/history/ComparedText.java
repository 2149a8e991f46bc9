package org.gongkai.feature.history;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A text to be compared with another.
 *
 * @param fingerprint of its body
 * @param header its fields
 * @param attachments the paths of its attachments, which no page shows
 * @param body converts its body to HTML
 */
record ComparedText(String fingerprint, Map<String, String> header, List<String> attachments, Supplier<String> body) {}
