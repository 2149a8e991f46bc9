/**
 * What is known about an entry besides its text: its header as rows and tables, in the words and in the order of
 * readers. Knows no page.
 */
package org.gongkai.render.metadata;
