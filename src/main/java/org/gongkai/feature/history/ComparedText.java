package org.gongkai.feature.history;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A text to be compared with another.
 *
 * @param fingerprint of its body
 * @param header its fields
 * @param body converts its body to HTML
 */
record ComparedText(String fingerprint, Map<String, String> header, Supplier<String> body) {}
