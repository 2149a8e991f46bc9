/**
 * The description of a site for programs. In: the settings of a site and its audience; out: the file {@code site.json},
 * from which a portal learns what a published site is and who may read it. Knows nothing of entries and pages.
 */
package org.gongkai.feature.description;
