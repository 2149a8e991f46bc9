/**
 * The allow-list. Comes in: any HTML. Goes out: well-nested events that can show text and link, nothing else, and
 * warnings for what was dropped. Knows no links and no headings.
 */
package org.gongkai.markup.html.clean;
