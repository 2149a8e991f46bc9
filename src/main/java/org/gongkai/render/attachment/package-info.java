/**
 * Files that entries attach, and the page that lists them all. Comes in: the entries of a site. Goes out: links with type
 * and size, planned pages. Knows nothing of templates.
 */
package org.gongkai.render.attachment;
