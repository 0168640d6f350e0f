/** The health of lines: the results of single calls, and the state that follows for all pods. */
package com.clinni.whatsapp.line.health;
