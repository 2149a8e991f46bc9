/** Pages of earlier versions, their differences, and the list of all changes. */
package org.gongkai.render.history;
