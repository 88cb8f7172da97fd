kit = Kit Sorensen | Kit; Kitty; Katherine; Sorensen; _narr | F
rom = Romy | Romy Achterberg; Achterberg | F
dex = Dashiell | Dash; Dashiell Pryce; Pryce | M
war = the warden | Warden; the woman in grey; Warden Strand; Strand | F
mom = Kit's mother | Mom; Mama; my mother | F
lit = Pim | my brother; Pim Sorensen | M
gua = the guard | the tall guard; guard | M
===
FLOOD LINE

one

The siren starts while I'm still underwater.

You feel it before you hear it, a kind of shiver in the rungs. I let go of the copper pipe I've been sawing at for the best part of an hour and I kick for the light, and when I break the surface Romy already has me by the collar.

<rom a|“Are you deaf?”> she yells. <rom +|“That's the second bell! Come on, come on, come *on*!”>

<kit i|“I nearly had it.”>

<rom i|“You nearly had *drowned*. Move!”>

I flop into the boat like a fish. Romy throws her whole weight on the oars. She's a head taller than I am and she rows the way she does everything, as if it had insulted her mother.

Around us the drowned roofs slide by. There's the church. There's the school, with its clock stopped at ten past four. I used to know a boy who said that if you dived down to it you could still read the homework on the board. They never found him.

<kit a|“Third bell,”> I say, when it goes.

<rom i|“I know it's the third bell, Kit, thank you.”>

<kit i|“They'll close the gate.”>

<rom i|“I *know*.”>

They're closing it when we get there. The tall guard has both hands on the wheel and he watches us come with no expression at all, as if we were weather. I stand up in the bow, which you're not supposed to do, and wave the only thing I've got.

<kit a|“Copper!”> I scream. <kit +|“We've got copper!”>

The wheel stops.

<gua i|“How much?”>

<kit i|“Half a kilo.”>

He thinks about it. There's a meter of dark water left between the gate and the wall. Then a half.

<gua a|“Call it a whole one,”> he says, <gua +|“and get in.”>

two

My mother is waiting on the steps. She doesn't shout. I'd honestly rather she did.

<mom i|“Your brother's been asking for you.”>

<kit i|“Is he—”>

<mom i|“He's the same. He ate something.”> She looks at my hair, which is dripping on her shoes, and then she looks at Romy, who suddenly finds the ceiling fascinating. <mom +|“Romy Achterberg, your grandmother knows that you took the boat.”>

<rom i|“Yes, Mrs. Sorensen.”>

<mom i|“I should run, if I were you.”>

She runs. Traitor.

Pim is in the bed by the window. He's seven, but he looks about five these days, all eyes. I sit on the edge of the mattress and he sniffs at me.

<lit i|“You smell like outside.”>

<kit i|“Good outside or bad outside?”>

<lit i|“Mud.”> He thinks. <lit +|“And pipes. Did you see the church?”>

<kit i|“I saw the church. I saw a seal on it.”>

<lit i|“You did *not*.”>

<kit i|“It was sitting on the cross like a fat bishop. It asked after you.”>

He laughs, and the laugh turns into the other thing, the cough, and I hold the bowl and count the way I always do. Forty-one. Yesterday it was thirty.

When it's over he lies back with his eyes shut. <lit i|“Kit?”>

<kit i|“Mm?”>

<lit i|“Am I going up?”>

He means Up. Everybody knows what it means. On the first of the month the wardens come, and they read the list, and the people on the list go up the stair to where it's dry. They've got doctors there. They've got *apples*. In my whole life they've taken nine people from our level, and every one of them had something the Uppers wanted.

<kit a|“Yes,”> I tell him. <kit +|“I'm seeing to it.”>

three

<dex e|“No,”> says Dash.

<kit i|“You haven't even heard what it is.”>

<dex i|“I don't need to hear what it is. You've got the face on.”> He doesn't stop working. He's mending a radio with a pair of tweezers and somebody's old bra strap, and there's a smear of solder on his glasses. <dex +|“Last time you had that face on I spent three days in a water tank.”>

<kit i|“That was for a good cause.”>

<dex i|“It was for a *ham*.”>

<kit i|“It was a good ham, Dashiell.”>

Nobody calls him that but me. I see him try not to smile. Romy, who's sitting on the table swinging her legs, holds up a finger.

<rom i|“For the record, I liked the ham.”>

<dex i|“Fine. What is it?”>

I put it in front of him, wrapped up in a wet sock. It's taken me six weeks and a lot of lies to get it. It's about as long as my hand and it's the blue of nothing else down here.

He takes off his glasses. He puts them back on. <dex i|“Where did you get that?”>

<kit i|“School.”>

<dex i|“The *school* school? Kit, that's thirty meters down.”>

<kit i|“Twenty-eight.”>

<rom i|“You told me it was for pipes!”> Romy's off the table. <rom +|“You looked me in my face and you said pipes!”>

<kit i|“There were also pipes.”>

<dex e|“Do you know what this is?”> Dash says, very softly. He isn't talking to either of us any more. <dex +|“It's a key. It's the actual key. My dad said they'd all been... This opens the stair.”>

<kit i|“I know. So can you make it work?”>

<dex i|“Maybe. It's been wet for sixty years. Maybe. But you can't just walk up there, they'll—”>

And that's when the door opens.

There are two of them. The tall guard from the gate won't look at me. The woman in grey looks at nothing else. She's got a tablet under her arm and a clean, kind, scrubbed sort of face, and her boots are dry. I've never seen dry boots before.

<war i|“Katherine Sorensen?”>

I close my hand over the sock. I don't say a word.

<rom e|“She's not here,”> says Romy at once. <rom +|“She died. It was very sad.”>

<war i|“I'm Warden Strand. Nobody's in trouble.”> The woman smiles. <war +|“We've had our eye on you for quite some time, Katherine. There are not many people who can hold their breath for four minutes. There's only one, in fact, on this level. We'd like you to come up.”>

My heart is doing something stupid. <kit i|“Up.”>

<war i|“Up. Today. Now, if you like.”>

<kit i|“What about my brother?”>

<war a|“I've only got the one name on my list,”> she says, and she really does sound sorry.

Behind me I can hear Dash breathing. I can feel him thinking, too: the key, the sock, the stair. If I go with her they'll never search the room. If I don't, they will.

<dex a|“Kit,”> he says. <dex +|“Go. It's what you wanted. We'll look after Pim.”> And, when I turn round to hug him, with his mouth against my ear and hardly any voice at all: <dex +|“Give me three days.”>
