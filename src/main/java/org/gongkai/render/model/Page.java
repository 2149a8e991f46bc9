package org.gongkai.render.model;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A planned page.
 *
 * @param address its address, from the root of the site
 * @param template name of its template
 * @param model returns its variables when it is rendered
 */
public record Page(String address, String template, Supplier<Map<String, Object>> model) {}
