/** The page of one entry: its converted body, its fields and its attachments. */
package org.gongkai.render.page;
