package org.gongkai.portal.page;

import java.util.Map;

/**
 * A page of a portal.
 *
 * @param address its address from the root of the portal
 * @param template the name of its template
 * @param variables what the template reads
 */
public record PortalPage(String address, String template, Map<String, Object> variables) {}
