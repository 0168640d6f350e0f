/** How lines are: what single calls met, and what follows from it for all pods. */
package com.clinni.whatsapp.line.health;
