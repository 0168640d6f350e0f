/** Messages in doubt: a receipt or a look-up ends the doubt, else a rule does. */
package com.clinni.whatsapp.doubt;
