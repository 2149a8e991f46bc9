/** Texts of entries for the desk. Comes in: one text or two. Goes out: header and body, or what differs. */
package org.gongkai.write.desk.text;
