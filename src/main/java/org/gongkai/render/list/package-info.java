/** Lists by column, year, both, and tag, split into pages. */
package org.gongkai.render.list;
