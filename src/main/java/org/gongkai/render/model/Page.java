package org.gongkai.render.model;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A page that is planned.
 *
 * @param address where it goes, from the root of the site
 * @param template name of its template
 * @param model makes its variables when it is rendered
 */
public record Page(String address, String template, Supplier<Map<String, Object>> model) {}
