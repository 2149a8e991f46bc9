/**
 * Pictures as they are published. Comes in: the picture files that entries name. Goes out: the same pictures without
 * metadata, smaller copies of photographs, and the HTML that offers them. Knows nothing of entries and their pages.
 */
package org.gongkai.render.picture;
