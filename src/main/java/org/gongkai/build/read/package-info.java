/** Loads everything that a site says: settings, history, headers. */
package org.gongkai.build.read;
