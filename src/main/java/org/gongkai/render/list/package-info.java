/** Lists by column, year, both, and tag, cut into pages. */
package org.gongkai.render.list;
